/** The figures of the study at a glance, each marked by what it rests on, and the steering committee. */

import { represente, tenues } from '../../analysis/comite.js';
import type { Preuves } from '../../analysis/preuves.js';
import { itemOf } from '../../lists/at.js';
import { nomDuComite } from '../../study/contrat.js';
import { compte, minuscule } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { type Contexte, type Fabrique, legende, signe } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import type { TableExhibit } from '../types.js';
import { niveauxEnClair } from './besoins/communs.js';
import { habitantsConnus } from './habitants.js';

/** What the count of participations is made of, and the people whom it leaves out. */
function participationsEnClair({ analyse: { effectifs, participation } }: Contexte): string {
  const { participations } = effectifs;
  const { questionnaires, sansPublic } = participation;
  const apart = sansPublic.participants;
  if (participations === 0)
    return apart > 0
      ? `${compte(apart, 'personne entendue', 'personnes entendues')}, dont le public n’est pas dit`
      : 'personne n’a encore été entendu';
  return [
    ...(questionnaires.reponses === 0
      ? []
      : [
          questionnaires.reponses === participations
            ? 'toutes des réponses à des questionnaires'
            : `dont ${compte(questionnaires.reponses, 'réponse à un questionnaire', 'réponses à des questionnaires', '')}`,
        ]),
    'une personne venue deux fois compte deux fois',
    ...(apart > 0
      ? [`${compte(apart, 'autre personne entendue', 'autres personnes entendues')} sans que leur public soit dit`]
      : []),
  ].join(' ; ');
}

/** Of what has no entry, there is nothing to break down. */
const VIDE = { m: 'l’inventaire n’en a aucun', f: 'l’inventaire n’en a aucune' } as const;

function chiffresCles(contexte: Contexte): TableExhibit {
  const { effectifs: n, besoins, acteurs, fiabilite, territoire, outils, actions } = contexte.analyse;
  const disponibilite = (id: string): number => itemOf(outils.parDisponibilite, id).nombre;
  const engages = acteurs.engagement
    .filter((e) => e.id === 'engage' || e.id === 'volontaire')
    .reduce((sum, e) => sum + e.acteurs.length, 0);
  const { preuves } = contexte.analyse;
  const lignes: [string, number, string, Preuves?][] = [
    ['Communes étudiées', territoire.total.communes, habitantsConnus(territoire.total)],
    ['Participations', n.participations, participationsEnClair(contexte), preuves.participation],
    ['Besoins recensés', n.besoins, n.besoins === 0 ? VIDE.m : niveauxEnClair(besoins.niveaux), preuves.couverture],
    [
      'Actions conduites sur le territoire',
      n.actions,
      actions.apart.length > 0
        ? compte(
            actions.apart.length,
            `${n.actions === 0 ? '' : 'autre '}citée à part et non comptée`,
            `${n.actions === 0 ? '' : 'autres '}citées à part et non comptées`,
            '',
          )
        : n.actions === 0
          ? VIDE.f
          : 'toutes celles de l’inventaire',
    ],
    [
      'Acteurs recensés',
      n.acteurs,
      n.acteurs === 0
        ? VIDE.m
        : `${compte(engages, 'volontaire ou engagé', 'volontaires ou engagés', 'aucun volontaire ni engagé')}${{ seul: ', le maître d’ouvrage lui-même', parmi: ', dont le maître d’ouvrage', aucun: '' }[acteurs.maitreEngage ?? 'aucun']}`,
      preuves.engagement,
    ],
    [
      'Outils recensés',
      n.outils,
      n.outils === 0
        ? VIDE.m
        : [
            compte(disponibilite('existant'), 'existe', 'existent', ''),
            compte(disponibilite('a-adapter'), 'est à adapter', 'sont à adapter', ''),
            compte(disponibilite('a-creer'), 'reste à créer', 'restent à créer', ''),
          ]
            .filter(Boolean)
            .join(', ') || 'disponibilité non renseignée',
      preuves.outils,
    ],
    [
      'Expériences étudiées',
      n.experiences,
      n.experiences === 0
        ? VIDE.f
        : compte(
            n.experiencesRetenues,
            'retenue pour la comparaison',
            'retenues pour la comparaison',
            'aucune retenue',
          ),
    ],
    [
      'Fiches illustratives en tout ou en partie',
      fiabilite.illustratives + fiabilite.enPartie,
      fiabilite.illustratives > 1 && fiabilite.illustratives === fiabilite.total
        ? 'toutes, en entier'
        : fiabilite.total > 0
          ? `sur ${nombreFr(fiabilite.total)}${fiabilite.illustratives + fiabilite.enPartie > 0 ? ' : ' : ''}${[
              fiabilite.illustratives > 0 ? `${nombreFr(fiabilite.illustratives)} en entier` : '',
              fiabilite.enPartie > 0 ? `${nombreFr(fiabilite.enPartie)} en partie` : '',
            ]
              .filter(Boolean)
              .join(', ')}`
          : 'aucune fiche d’inventaire',
    ],
  ];
  return tableDe(lignes, {
    name: 'chiffres-cles',
    title: 'Le diagnostic en chiffres',
    sheet: 'Chiffres clés',
    columns: [
      col(
        'indicateur',
        'Indicateur',
        ([indicateur, , , p]) => (p && p.illustratif > 0 ? signe(indicateur) : indicateur),
        'texte',
        2,
      ),
      col('valeur', 'Nombre', ([, valeur]) => valeur, 'entier', 0.8),
      col('precision', 'Précision', ([, , precision]) => precision, 'texte', 3),
    ],
    source: `Source : inventaires de l’étude, à la date du document.${legende(lignes.some(([, , , p]) => p && p.illustratif > 0))}`,
    empty: 'Aucun chiffre disponible.',
  });
}

function comite({ etude, analyse }: Contexte): TableExhibit {
  const membres = etude.etude.comite_pilotage ?? [];
  const held = tenues(etude, analyse.date);
  return tableDe(membres, {
    name: 'comite-pilotage',
    title: `Composition : ${minuscule(nomDuComite(etude))}`,
    sheet: 'Comité',
    columns: [
      col('organisme', 'Organisme', (m) => m.organisme, 'texte', 3),
      col(
        'representants',
        'Représentants',
        (m) => (m.representants === undefined ? null : String(m.representants)),
        'texte',
        2,
      ),
      col('designes', 'Désignés ou présents', (membre) => represente({ reunions: held }, membre), 'oui-non', 0.8),
    ],
    empty: 'Sa composition n’est pas encore connue.',
  });
}

export const chiffresExhibits: Fabrique = (contexte) => [chiffresCles(contexte)];
export const comiteExhibits: Fabrique = (contexte) => [comite(contexte)];
