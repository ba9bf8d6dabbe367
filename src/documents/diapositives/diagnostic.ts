/** Slides of the meeting that examines the diagnostic: who was heard, what is asked, who answers, what was learnt elsewhere, what is not known. */
import type { DiagnosticAnalysis } from '../../analysis/diagnostic/index.js';
import { offreDemande, plusTendue } from '../../analysis/diagnostic/offre-demande.js';
import { lendemain, premierJour } from '../../analysis/mode-operatoire/calendrier.js';
import { seulPremier } from '../../analysis/superlatifs.js';
import { citations } from '../../exhibits/diagnostic/besoins/communs.js';
import type { Study } from '../../study/study.js';
import { accord, compte, compteAuFil, compteEnLettres, enumerer, minuscule } from '../../texte/accords.js';
import { dateEnLettres, ordreDates } from '../../texte/dates.js';
import { nombreFr } from '../../texte/nombres.js';
import type { Slide } from '../slides.js';
import { BARRES_LISIBLES, ditUneFois, groupes, premiers } from './listes.js';

/** Needs shown on the slide that ranks them. */
const PREMIERS = 6;

/** The one domain whose needs are the least covered, with its figures; the domains alone where several are, or where none has a need. */
export function titreDesDomaines(synthese: DiagnosticAnalysis['synthese']): string {
  const last = synthese.find(({ place }) => place === 'moins-couvert');
  return last
    ? `Le domaine le moins couvert : ${minuscule(last.libelle)}, ${compte(last.chiffres.besoinsCouverts, 'besoin', 'besoins', 'aucun besoin')} sur ${last.chiffres.besoins}`
    : 'Les domaines côte à côte';
}

/** What was done already, on a line of time; year by year where the actions are too many to be named. */
function passe({ actions, date }: DiagnosticAnalysis): Slide[] {
  const dated = actions.liste
    .filter(({ annee }) => annee !== null)
    .sort((a, b) => ordreDates(a.source.debut ?? '', b.source.debut ?? ''));
  if (dated.length < 2) return [];
  const bars = dated.flatMap(({ titre, periode, source: { debut = '', fin, statut } }) => [
    { label: titre, periode, start: premierJour(debut), end: lendemain(statut === 'en-cours' ? date : (fin ?? debut)) },
  ]);
  const pic = seulPremier(actions.parAnnee, ({ nombre }) => nombre);
  return [
    {
      theme: 'Ce qui a été fait',
      title: `${compteEnLettres(dated.length, 'action datée', 'actions datées')}${pic ? `, dont ${compteAuFil(pic.nombre, 'engagée', 'engagées', undefined, 'f')} en ${pic.annee}` : ''}`,
      bullets: [],
      chart:
        bars.length <= BARRES_LISIBLES
          ? {
              kind: 'frise',
              title: `De son début à sa fin, ou au ${dateEnLettres(date)} quand elle se poursuit`,
              bars: bars.map(({ label, start, end }) => ({ label, start, end })),
              alt: bars.map(({ label, periode }) => `${label} : ${periode}`).join(' ; '),
            }
          : {
              kind: 'barres',
              title: 'Actions par année de début',
              categories: actions.parAnnee.map(({ annee }) => String(annee)),
              series: [{ name: 'Actions', values: actions.parAnnee.map(({ nombre }) => nombre) }],
              stacked: false,
              axis: 'Actions',
              alt: actions.parAnnee.map(({ annee, nombre }) => `${annee} : ${nombre}`).join(' ; '),
            },
      notes: 'Demander laquelle de ces actions a changé quelque chose, et pour qui.',
    },
  ];
}

/** Said of what rests on it. */
const prudence = ({ fiabilite }: DiagnosticAnalysis): { caution?: string } =>
  fiabilite.illustratives + fiabilite.enPartie > 0
    ? { caution: 'Recueil illustratif : il montre la méthode et reste à remplacer par des données recueillies.' }
    : {};

function entendus(analyse: DiagnosticAnalysis): Slide {
  const { participation } = analyse;
  const used = participation.methodes.filter(({ rencontres }) => rencontres > 0).length;
  const heard = participation.parPublic.filter(({ participations }) => participations > 0);
  return {
    theme: 'Méthode',
    title:
      participation.participations > 0
        ? `Qui a été entendu : ${compte(participation.participations, 'participation', 'participations')}, par ${compte(used, 'méthode', 'méthodes')}`
        : participation.sansPublic.participants > 0
          ? 'Qui a été entendu n’est connu qu’en total'
          : 'Personne n’a encore été entendu',
    bullets: premiers(
      participation.anglesMorts.map(({ sujet, constat }) => `${sujet.libelle} : ${constat}`),
      3,
    ),
    // Where nobody was heard, there is nothing to draw, nor to be careful of.
    ...(heard.length === 0
      ? { notes: 'Dire d’où viennent les besoins, si ce n’est des publics eux-mêmes.' }
      : {
          chart: {
            kind: 'barres' as const,
            title: 'Participations par public',
            categories: heard.map(({ libelle }) => libelle),
            series: [{ name: 'Participations', values: heard.map(({ participations }) => participations) }],
            stacked: false,
            axis: 'Participations',
            alt: heard.map(({ libelle, participations }) => `${libelle} : ${participations}`).join(' ; '),
          },
          ...prudence(analyse),
          notes:
            'Une personne peut avoir participé deux fois : ce sont des participations, et non une part de la population.',
        }),
  };
}

function besoinsPremiers(analyse: DiagnosticAnalysis): Slide {
  const { besoins, effectifs } = analyse;
  const levels = besoins.niveaux;
  const [first, second] = besoins.liste;
  const alone = first !== undefined && second?.poids !== first.poids;
  const { table, caution } = ditUneFois(
    [
      ['Besoin', 'Public', 'Importance', 'Cité', 'Réponse'],
      ...besoins.liste
        .slice(0, PREMIERS)
        .map((besoin) => [
          besoin.libelle,
          besoin.public.libelle,
          `${nombreFr(besoin.importance)} sur 5`,
          citations(besoin) ?? '—',
          { couvert: 'Existe', partiel: 'En partie', 'non-couvert': 'Aucune' }[besoin.couverture.niveau],
        ]),
    ],
    2,
  );
  const said = [caution, prudence(analyse).caution].filter(Boolean).join(' ');
  const egaux = besoins.liste.filter(({ poids }) => poids === first?.poids).length;
  return {
    theme:
      besoins.liste.length > PREMIERS ? `Besoins : les ${PREMIERS} premiers sur ${besoins.liste.length}` : 'Besoins',
    title:
      first === undefined
        ? 'Aucun besoin n’est encore recensé'
        : alone
          ? `Ce qui pèse le plus : « ${first.libelle} »`
          : `${compteEnLettres(egaux, 'besoin pèse', 'besoins pèsent')} autant`,
    bullets: first === undefined ? ['Ce que demandent les publics reste à recueillir.'] : [],
    table,
    ...(said ? { caution: said } : {}),
    notes: `Sur ${compte(effectifs.besoins, 'besoin', 'besoins')} : ${compte(levels.couvert, 'couvert', 'couverts', 'aucun couvert')}, ${levels.partiel || 'aucun'} en partie, ${levels['non-couvert'] || 'aucun'} sans réponse.`,
  };
}

/** What is asked, function by function, against who or what can serve it. */
function ressources(study: Study, analyse: DiagnosticAnalysis): Slide {
  const { acteurs, effectifs } = analyse;
  const offre = offreDemande(study.etude.fonctions, analyse);
  const tendue = plusTendue(offre);
  return {
    theme: 'Ressources',
    title: tendue
      ? `La fonction la moins pourvue pour ce qu’on en attend : ${minuscule(tendue.libelle)}`
      : offre.some((f) => f.besoins + f.acteurs + f.outils > 0)
        ? 'Ce qui est attendu, et qui ou quoi peut y répondre'
        : 'Aucun besoin, aucun acteur, aucun outil n’est encore recensé',
    bullets: [],
    chart: {
      kind: 'barres',
      title: 'À gauche ce qui est attendu, à droite qui ou quoi peut y répondre',
      categories: offre.map(({ libelle }) => libelle),
      series: [
        { name: 'Besoins qu’un acteur peut servir', values: offre.map((f) => f.besoins - f.sansActeur), left: true },
        { name: 'Besoins sans acteur', values: offre.map((f) => f.sansActeur), left: true },
        { name: 'Acteurs', values: offre.map((f) => f.acteurs) },
        { name: 'Outils existants ou à adapter', values: offre.map((f) => f.outils) },
      ].filter(({ values }) => values.some((value) => value > 0)),
      stacked: true,
      axis: 'Nombre',
      alt: offre
        .map(
          (f) =>
            `${f.libelle} : ${compte(f.besoins, 'besoin', 'besoins')} (${f.sansActeur} sans acteur), ${compte(f.acteurs, 'acteur', 'acteurs')}, ${compte(f.outils, 'outil', 'outils')}`,
        )
        .join(' ; '),
    },
    notes: `${compte(effectifs.acteurs, 'acteur recensé', 'acteurs recensés')} ; ${enumerer(acteurs.engagement.flatMap(({ libelle, acteurs: list }) => (list.length > 0 ? [compte(list.length, minuscule(libelle))] : [])))}.`,
  };
}

function domaines(analyse: DiagnosticAnalysis): Slide[] {
  const { synthese } = analyse;
  if (synthese.length === 0) return [];
  return [
    {
      theme: 'Domaines',
      title: titreDesDomaines(synthese),
      bullets: [],
      table: [
        ['Domaine', 'Besoins', 'Couverts', 'En partie', 'Sans réponse', 'Actions', 'Acteurs'],
        ...synthese.map(({ libelle, chiffres: c }) => [
          libelle,
          ...[c.besoins, c.besoinsCouverts, c.besoinsPartiels, c.besoinsNonCouverts, c.actions, c.acteurs].map((n) =>
            nombreFr(n),
          ),
        ]),
      ],
      notes: 'Lire les colonnes « en partie » et « sans réponse » avant le nombre de besoins.',
      ...prudence(analyse),
    },
  ];
}

/** « Trois expériences retenues, une leçon chacune »: of those alone that have one written. */
export function titreDesExperiences(experiences: number, lecons: number): string {
  const kept = compteEnLettres(experiences, 'expérience retenue', 'expériences retenues');
  if (lecons === 0) return kept;
  if (lecons === experiences) return `${kept}, une leçon${experiences > 1 ? ' chacune' : ''}`;
  return `${kept}, ${compte(lecons, 'leçon')}`;
}

const ailleurs = ({ experiences }: DiagnosticAnalysis): Slide[] =>
  groupes(experiences.retenues, 3).map((some) => ({
    theme: 'Ailleurs',
    title: titreDesExperiences(
      experiences.retenues.length,
      experiences.retenues.filter(({ source }) => source.lecon).length,
    ),
    bullets: [],
    columns: some.map(({ source }) => ({
      title: source.nom,
      lines: [
        ...(source.lecon ? [source.lecon] : []),
        ...premiers(
          (source.points_faibles ?? []).map((text) => `Limite : ${minuscule(text)}`),
          2,
        ),
      ],
    })),
    notes: 'Aucune n’est un modèle à copier.',
  }));

/** What the study leaves to the next phase. */
function questions({ etude: { questions: asked = [] } }: Study): Slide[] {
  if (asked.length === 0) return [];
  return [
    {
      theme: 'La suite',
      title: `${compteEnLettres(asked.length, 'question', 'questions')} pour la phase suivante`,
      bullets: asked.map(({ question }) => question),
      notes: `La réunion n’a pas à y répondre ; elle dit ${accord(asked.length, 'si elle est la bonne', 'si ce sont les bonnes')}.`,
    },
  ];
}

/** `bref` beside another deliverable of the same meeting: who was heard, what is asked, where each domain stands, what is left to decide. */
export const diapositivesDiagnostic = (study: Study, analyse: DiagnosticAnalysis, bref = false): Slide[] => [
  entendus(analyse),
  besoinsPremiers(analyse),
  ...(bref ? [] : [ressources(study, analyse), ...passe(analyse)]),
  ...domaines(analyse),
  ...(bref ? [] : ailleurs(analyse)),
  ...questions(study),
];
