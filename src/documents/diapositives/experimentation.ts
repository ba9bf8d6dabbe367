import { anneeDe, premierMois } from '../../analysis/mode-operatoire/annee.js';
import {
  calendrierDe,
  lendemain,
  premierJour,
  sansMarge,
  type Tache,
} from '../../analysis/mode-operatoire/calendrier.js';
import { replisOuverts } from '../../analysis/mode-operatoire/replis.js';
import { montantProbable } from '../../analysis/montants.js';
import type { Chiffrage } from '../../analysis/scenarios/chiffrage.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { estEmprunt } from '../../analysis/scenarios/depenses-et-charge/emprunts.js';
import { nomActeur } from '../../analysis/vocabulaire.js';
import type { Study } from '../../study/study.js';
import {
  accord,
  compte,
  compteAuFil,
  compteEnLettres,
  compteSur,
  enSi,
  enumerer,
  majuscule,
} from '../../texte/accords.js';
import { dateEnLettres, ordreDates, periode } from '../../texte/dates.js';
import { euros } from '../../texte/nombres.js';
import type { Slide } from '../slides.js';
import { BARRES_LISIBLES, ditUneFois } from './listes.js';

export const montantConvenu = (montant: Parameters<typeof montantProbable>[0]): string => {
  const probable = montantProbable(montant);
  return probable === null ? '—' : euros(probable);
};

/** How many conditions are open, out of all of them. */
function titreConditions(open: number, all: number): string {
  if (open === 0) return 'Toutes les conditions sont remplies';
  if (open < all) return `${compteEnLettres(open, 'condition reste', 'conditions restent')} à remplir sur ${all}`;
  return `${compteEnLettres(all, 'condition')} à remplir${accord(all, '', ', aucune ne l’est encore')}`;
}

type Mode = NonNullable<Study['mode_operatoire']>;

const nom = (study: Study, id: string | undefined): string => nomActeur(study, id) ?? id ?? '—';

function parcoursDUneDemande(study: Study, { parcours = [] }: Mode): Slide[] {
  if (parcours.length === 0) return [];
  return [
    {
      theme: 'Parcours d’une demande',
      title: `De la demande à sa fin, en ${compteAuFil(parcours.length, 'étape')}`,
      bullets: [],
      ...ditUneFois(
        [
          ['Étape', 'Qui en répond', 'Délai'],
          ...parcours.map(({ etape, responsable, delai_jours: days }) => [
            etape,
            nom(study, responsable),
            days === undefined ? '—' : compte(days, 'jour ouvré', 'jours ouvrés'),
          ]),
        ],
        1,
      ),
      notes: 'Raconter le parcours avec une demande réelle plutôt qu’étape par étape.',
    },
  ];
}

function conditionsPosees(study: Study, mode: Mode): Slide[] {
  const conditions = Object.values(mode.conditions ?? {}).flat();
  const open = conditions.filter(({ etat }) => etat !== 'remplie');
  if (conditions.length === 0) return [];
  return [
    {
      theme: 'Conditions',
      title: titreConditions(open.length, conditions.length),
      bullets: [],
      ...ditUneFois(
        [
          ['Condition', 'Responsable', 'Échéance'],
          ...open.map(({ libelle, responsable, echeance }) => [
            libelle,
            nom(study, responsable),
            echeance ? dateEnLettres(echeance) : '—',
          ]),
        ],
        1,
      ),
      notes: 'Une condition sans responsable ou sans date n’est pas tenue : le dire.',
    },
  ];
}

function conventionsPrevues(study: Study, { conventions = [] }: Mode): Slide[] {
  if (conventions.length === 0) return [];
  return [
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
        ...conventions.map(({ partenaire, objet, montant, sens }) => [
          nom(study, partenaire),
          objet,
          montantProbable(montant) === null
            ? '—'
            : `${montantConvenu(montant)} ${sens === 'recu' ? 'reçus' : 'versés'}`,
        ]),
      ],
      notes: 'Demander à chaque partenaire présent s’il confirme ses jours.',
    },
  ];
}

/** What the year costs, what is to be expected of its receipts, how low the cash goes, and what each failure would leave to find. */
function argentDeLAnnee(mode: Mode, chiffrage: Chiffrage, date: string): Slide[] {
  const { scenario } = chiffrage;
  const annee = anneeDe(chiffrage, premierMois(mode, scenario, date));
  if (annee.depenses <= 0) return [];
  const { minimum, soldeInitial, depenses, depensesProbables, recettes, recettesProbables } = annee;
  const lacking = depensesProbables - recettesProbables;
  const sure = Math.abs(recettes - recettesProbables) < 0.5 && Math.abs(depenses - depensesProbables) < 0.5;
  const emprunte = scenario.financements.some(estEmprunt);
  return [
    {
      theme: 'Argent de l’année',
      title: `Trésorerie au plus bas : ${euros(minimum.solde)} en ${dateEnLettres(minimum.mois)}`,
      bullets: [],
      table: [
        ['Ce que l’année demande', 'Montant'],
        ['Budget de l’année', euros(depenses)],
        [`Recettes${emprunte ? ' et emprunts inscrits' : ' inscrites'}, si toutes sont obtenues`, euros(recettes)],
        ...(lacking > 0.5
          ? [
              [
                sure ? 'Ce qui manque, toutes obtenues' : 'Ce qui manquerait en moyenne, chacune pesée par sa chance',
                euros(lacking),
              ],
            ]
          : []),
        ...(soldeInitial > 0 ? [['Trésorerie de départ, comprise dans ce plus bas', euros(soldeInitial)]] : []),
        ...replisOuverts(mode, chiffrage).flatMap(({ si, reste }) =>
          reste === null ? [] : [[`${enSi(si)}, à trouver malgré le repli`, euros(reste)]],
        ),
      ],
      ...(scenario.fiabilite === 'illustratif'
        ? { caution: 'Montants illustratifs, à remplacer avant toute décision de budget.' }
        : {}),
      notes: 'Dire qui avance cet argent, et jusqu’à quel mois.',
    },
  ];
}

export function diapositivesModeOperatoire(study: Study, one: ScenarioEvalue | undefined, date: string): Slide[] {
  const mode = study.mode_operatoire;
  if (!mode) return [];
  return [
    ...parcoursDUneDemande(study, mode),
    ...(one && one.chiffrage.scenario.id === mode.scenario ? argentDeLAnnee(mode, one.chiffrage, date) : []),
    ...conditionsPosees(study, mode),
    ...conventionsPrevues(study, mode),
    ...((mode.taches ?? []).length > 0 ? [calendrierDesTaches(mode.taches ?? [])] : []),
  ];
}

function calendrierDesTaches(taches: readonly Tache[]): Slide {
  const [debut] = taches.map(({ debut: jour }) => jour).sort(ordreDates);
  const fin = taches
    .map(({ fin: jour }) => jour)
    .sort(ordreDates)
    .at(-1);
  const { critiques } = sansMarge(calendrierDe(taches));
  const all = taches.length > BARRES_LISIBLES && critiques.length > 0 ? critiques : taches;
  const shown = all.slice(0, BARRES_LISIBLES);
  const kind = all === critiques ? 'tâches sans marge' : 'tâches';
  return {
    theme: 'Calendrier',
    title: `${majuscule(periode(debut ?? '', fin))}${critiques.length > 0 ? ` : ${compteAuFil(critiques.length, 'tâche')} sans aucune marge` : ''}`,
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
