/** Slides on the mode opératoire, then on the evaluation of the projects. */
import { grandsEcarts } from '../../analysis/copil/copil.js';
import {
  calendrierDe,
  lendemain,
  premierJour,
  sansMarge,
  type Tache,
} from '../../analysis/mode-operatoire/calendrier.js';
import { montantProbable } from '../../analysis/montants.js';
import type { BilanAnalysis } from '../../analysis/projets/bilan.js';
import { nomDuProjet } from '../../analysis/projets/noms.js';
import { nomActeur } from '../../analysis/vocabulaire.js';
import { formatDate } from '../../exhibits/format.js';
import { titreNotes } from '../../exhibits/projets/evaluation.js';
import type { Study } from '../../study/study.js';
import {
  accord,
  compte,
  compteEnLettres,
  compteSur,
  enumerer,
  majuscule,
  minuscule,
  preciser,
  sansPoint,
} from '../../texte/accords.js';
import { dateEnLettres, ordreDates, periode } from '../../texte/dates.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import type { Slide } from '../slides.js';

const montantConvenu = (montant: Parameters<typeof montantProbable>[0]): string => {
  const probable = montantProbable(montant);
  return probable === null ? '—' : euros(probable);
};

/** How many conditions are open, out of all of them. */
function titreConditions(open: number, all: number): string {
  if (open === 0) return 'Toutes les conditions sont remplies';
  if (open < all) return `${compteEnLettres(open, 'condition reste', 'conditions restent')} à remplir sur ${all}`;
  return `${compteEnLettres(all, 'condition')} à remplir${accord(all, '', ', aucune ne l’est encore')}`;
}

export function diapositivesModeOperatoire(study: Study): Slide[] {
  const mode = study.mode_operatoire;
  if (!mode) return [];
  const nom = (id: string | undefined): string => nomActeur(study, id) ?? id ?? '—';
  const conditions = Object.values(mode.conditions ?? {}).flat();
  const open = conditions.filter(({ etat }) => etat !== 'remplie');
  const conventions = mode.conventions ?? [];
  const parcours = mode.parcours ?? [];
  const taches = mode.taches ?? [];
  return [
    ...(parcours.length > 0
      ? [
          {
            theme: 'Parcours d’une demande',
            title: `De l’appel à la réponse, en ${compte(parcours.length, 'étape', 'étapes')}`,
            bullets: [],
            table: [
              ['Étape', 'Qui répond', 'Délai'],
              ...parcours.map(({ etape, responsable, delai_jours: days }) => [
                etape,
                nom(responsable),
                days === undefined ? '—' : compte(days, 'jour', 'jours'),
              ]),
            ],
            notes: 'Raconter le parcours avec une demande réelle plutôt qu’étape par étape.',
          },
        ]
      : []),
    ...(conditions.length > 0
      ? [
          {
            theme: 'Conditions',
            title: titreConditions(open.length, conditions.length),
            bullets: [],
            table: [
              ['Condition', 'Responsable', 'Échéance'],
              ...open.map(({ libelle, responsable, echeance }) => [
                libelle,
                nom(responsable),
                echeance ? dateEnLettres(echeance) : '—',
              ]),
            ],
            notes: 'Une condition sans responsable ou sans date n’est pas tenue : le dire.',
          },
        ]
      : []),
    ...(conventions.length > 0
      ? [
          {
            theme: 'Partenaires',
            title: compteSur(
              conventions.filter(({ etat }) => etat === 'signee').length,
              conventions.length,
              'convention signée',
              'conventions signées',
              'Aucune convention signée',
            ),
            bullets: [],
            table: [
              ['Partenaire', 'Objet', 'Montant'],
              ...conventions.map(({ partenaire, objet, montant }) => [nom(partenaire), objet, montantConvenu(montant)]),
            ],
            notes: 'Demander à chaque partenaire présent s’il confirme ses jours.',
          },
        ]
      : []),
    ...(taches.length > 0 ? [calendrierDesTaches(taches)] : []),
  ];
}

/** Tasks that a line of time can name on one slide. */
const MOST_BARS = 20;

function calendrierDesTaches(taches: readonly Tache[]): Slide {
  const [debut] = taches.map(({ debut: jour }) => jour).sort(ordreDates);
  const fin = taches
    .map(({ fin: jour }) => jour)
    .sort(ordreDates)
    .at(-1);
  const { critiques } = sansMarge(calendrierDe(taches));
  const all = taches.length > MOST_BARS && critiques.length > 0 ? critiques : taches;
  const shown = all.slice(0, MOST_BARS);
  const kind = all === critiques ? 'tâches sans marge' : 'tâches';
  return {
    theme: 'Calendrier',
    title: `${majuscule(periode(debut ?? '', fin))}${critiques.length > 0 ? ` : ${compte(critiques.length, 'tâche', 'tâches')} sans aucune marge` : ''}`,
    bullets: [],
    chart: {
      kind: 'frise',
      title:
        shown.length < all.length
          ? `Les ${shown.length} premières ${kind} sur ${all.length}`
          : `Les ${kind}, de leur début à leur fin`,
      bars: shown.map((tache) => ({
        label: tache.libelle,
        start: premierJour(tache.debut),
        end: lendemain(tache.fin),
      })),
      alt: shown.map((tache) => `${tache.libelle} : ${periode(tache.debut, tache.fin)}`).join(' ; '),
    },
    notes: [
      'S’arrêter sur la première date qui dépend d’un tiers : l’aide, une signature, un recrutement.',
      critiques.length > 0 ? `Sans marge : ${enumerer(critiques.map(({ libelle }) => `« ${libelle} »`))}.` : '',
    ]
      .join(' ')
      .trim(),
  };
}

/** What the title counts: the targets reached, by name, then each that was measured and missed, with its figures. */
function cibles(indicateurs: BilanAnalysis['indicateurs']): string[] {
  const reached = indicateurs.filter(({ atteint }) => atteint).map(({ libelle }) => minuscule(libelle));
  const missed = indicateurs.flatMap(({ libelle, atteint, valeur, cible, sens, unite }) =>
    atteint === false && valeur !== null
      ? [
          `Non atteinte : ${minuscule(libelle)}, ${nombreFr(valeur)} ${unite} pour ${nombreFr(cible)} ${sens === 'min' ? 'au plus' : 'au moins'}.`,
        ]
      : [],
  );
  return [
    ...(reached.length > 0 ? [`${accord(reached.length, 'Atteinte', 'Atteintes')} : ${enumerer(reached)}.`] : []),
    ...missed,
  ];
}

export function diapositivesBilan(study: Study, bilan: BilanAnalysis): Slide[] {
  const reached = bilan.indicateurs.filter(({ atteint }) => atteint).length;
  const echelle = (bilan.cadre?.echelle ?? []).map(({ note }) => note);
  const noted = bilan.criteres.filter(({ notes }) => notes.length > 0);
  return [
    {
      theme: 'Projets',
      title: compteSur(
        bilan.termines.length,
        bilan.projets.length,
        'projet terminé',
        'projets terminés',
        'Aucun projet terminé',
      ),
      bullets: [],
      chart: {
        kind: 'barres',
        title: 'Jours d’accompagnement, prévus et passés',
        categories: bilan.projets.map(({ projet }) => nomDuProjet(projet)),
        series: [
          { name: 'Prévus', values: bilan.projets.map(({ jours }) => jours.prevu) },
          { name: 'Passés', values: bilan.projets.map(({ jours }) => jours.realise ?? 0) },
        ],
        stacked: false,
        lying: true,
        axis: 'Jours',
        alt: bilan.projets
          .map(
            ({ projet, jours }) =>
              `${nomDuProjet(projet)} : ${nombreFr(jours.prevu)} prévus, ${jours.realise === null ? 'non connus' : `${nombreFr(jours.realise)} passés`}`,
          )
          .join(' ; '),
      },
      notes: 'Donner la parole aux porteurs présents.',
    },
    ...(bilan.indicateurs.length > 0
      ? [
          {
            theme: 'Résultats',
            title: compteSur(
              reached,
              bilan.indicateurs.length,
              'cible atteinte',
              'cibles atteintes',
              'Aucune cible atteinte',
            ),
            bullets: [...cibles(bilan.indicateurs), ...grandsEcarts(bilan)],
            notes: 'Dire aussi ce qui n’a pas été mesuré.',
          },
        ]
      : []),
    ...(bilan.manquesMesures.length > 0
      ? [
          {
            theme: 'Résultats',
            title: 'Ce qui n’a pas été mesuré',
            bullets: bilan.manquesMesures,
            notes: 'Ce qui n’est pas mesuré n’est ni un succès ni un échec.',
          },
        ]
      : []),
    ...(noted.length > 0
      ? [
          {
            theme: 'Évaluation',
            title: titreNotes(bilan),
            bullets: [],
            table: [
              ['Critère', 'Projets notés', 'De', 'À'],
              ...noted.map(({ libelle, notes }) => [
                libelle,
                String(notes.length),
                nombreFr(Math.min(...notes.map(({ note }) => note))),
                nombreFr(Math.max(...notes.map(({ note }) => note))),
              ]),
            ],
            caution:
              `${echelle.length > 0 ? `Notes de ${Math.min(...echelle)} à ${Math.max(...echelle)}. ` : ''}${bilan.cadre?.evaluateur.role ?? ''}`.trim(),
            notes: 'Une note ne vaut que par sa raison : elle est dans le bilan.',
          },
        ]
      : []),
    ...(bilan.enseignements.length > 0
      ? [
          {
            theme: 'Enseignements',
            title: 'Ce que les projets ont appris',
            bullets: bilan.enseignements.map(({ texte }) => texte),
            notes: 'Demander ce qui en est retenu pour la suite.',
          },
        ]
      : []),
    ...(bilan.recommandations.length > 0
      ? [
          {
            theme: 'Recommandations',
            title: `${compteEnLettres(bilan.recommandations.length, 'recommandation', 'recommandations')} pour la suite`,
            bullets: bilan.recommandations.map(
              ({ texte, responsable, echeance, cout }) =>
                `${preciser(sansPoint(texte), [nomActeur(study, responsable), echeance && formatDate(echeance), cout === undefined ? null : montantConvenu(cout)].filter(Boolean).join(', '))}.`,
            ),
            notes:
              'Les coûts ne s’ajoutent pas à ceux de la suite proposée quand la recommandation dit qu’ils y sont compris.',
          },
        ]
      : []),
  ];
}
