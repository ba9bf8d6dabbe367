/** What the measures of the experiment show that calls for an answer: each finding has a code that a recommendation may cite. */
import { group } from 'd3-array';
import { accord, accorder, compte, compteEnLettres, enumerer } from '../../texte/accords.js';
import { leJour } from '../../texte/dates.js';
import { euros, nombreFr, pourcent } from '../../texte/nombres.js';
import { pluriel } from '../../texte/pluriel.js';
import type { DispositifAnalysis } from './dispositif.js';
import { joursAuPlan, prevuEtRealise, retardEnClair, soit } from './ecarts-en-clair.js';
import { nomDuProjet, parNote } from './noms.js';
import type { IndicateurSuivi, ProjetAnalyse } from './projets.js';
import type { CritereBilan, EcartBilan } from './types-bilan.js';

export interface ConstatBilan {
  code: string;
  /** French sentence with its figures. */
  texte: string;
}

/** A foreseen figure passed by more than this share is a finding. */
export const SEUIL_DEPASSEMENT = 0.1;
/** 11 for 10 is a tenth more, and passes no threshold of a tenth. */
const TOLERANCE = 1e-9;
/** A note at or under this one is a finding, and so is a criterion of which more than half the notes are under `NOTE_BONNE`. */
export const NOTE_BASSE = 2;
export const NOTE_BONNE = 4;
/** A project whose step ended later than planned by more months than this is late. */
export const RETARD_MOIS = 1;

const guillemets = (text: string): string => `« ${text} »`;
const titres = (projets: readonly ProjetAnalyse[]): string =>
  enumerer(projets.map(({ projet }) => guillemets(nomDuProjet(projet))));

/** Lines that part from what was foreseen by more than the threshold, on the sides that count: above alone, or both. */
const ecartees = <T extends { prevu: number; realise: number | null }>(
  lignes: readonly T[],
  cotes: 'plus' | 'deux',
): (T & { realise: number })[] =>
  lignes.flatMap((ligne) => {
    const { prevu, realise } = ligne;
    if (realise === null || prevu <= 0) return [];
    const ecart = realise / prevu - 1;
    return (cotes === 'plus' ? ecart : Math.abs(ecart)) > SEUIL_DEPASSEMENT + TOLERANCE ? [{ ...ligne, realise }] : [];
  });

/** Projects that passed their own days or budget: a total within its limit may hide one that is not. */
function depassements(projets: readonly ProjetAnalyse[]): ConstatBilan[] {
  const over = projets.flatMap(({ projet, jours, budget }) => {
    const told = [
      ...ecartees([{ libelle: 'jours d’agent', ...jours }], 'plus').map(
        ({ libelle, prevu, realise }) =>
          `${libelle}, ${nombreFr(realise)} pour ${nombreFr(prevu)} prévus, ${soit(prevu, realise)}`,
      ),
      ...ecartees([{ libelle: 'budget', ...budget }], 'plus').map(
        ({ libelle, prevu, realise }) =>
          `${libelle}, ${euros(realise)} pour ${euros(prevu)} prévus, ${soit(prevu, realise)}`,
      ),
    ];
    return told.length > 0 ? [`${guillemets(nomDuProjet(projet))} (${told.join(' ; ')})`] : [];
  });
  return over.length > 0
    ? [
        {
          code: 'depassement-projets',
          texte: `${compteEnLettres(over.length, 'projet passe', 'projets passent')} ce qui ${accord(over.length, 'lui', 'leur')} était prévu de plus de ${pourcent(SEUIL_DEPASSEMENT)} : ${enumerer(over)}.`,
        },
      ]
    : [];
}

function desProjets(projets: readonly ProjetAnalyse[], ecarts: readonly EcartBilan[]): ConstatBilan[] {
  const late = projets.flatMap(({ projet, retards }) => {
    const steps = retards.filter(({ mois }) => mois > RETARD_MOIS);
    return steps.length > 0 ? [`${guillemets(nomDuProjet(projet))} (${steps.map(retardEnClair).join(' ; ')})`] : [];
  });
  const open = projets.filter(({ projet }) => projet.etat !== 'termine' && projet.etat !== 'abandonne');
  const short = projets.filter(({ solde }) => solde !== null && solde < -0.5);
  const blind = projets.filter(({ objectifs }) => objectifs.some(({ atteint }) => atteint === null));
  return [
    ...ecarts.flatMap(({ code, libelle, ecart, unite, genre, prevu, realise }) =>
      realise !== null && ecart !== null && ecart > SEUIL_DEPASSEMENT + TOLERANCE && code !== 'financements'
        ? [
            {
              code: `ecart-${code}`,
              texte: `${prevuEtRealise({ libelle, unite, genre, prevu, realise })}, ${soit(prevu, realise)}.`,
            },
          ]
        : [],
    ),
    ...depassements(projets),
    ...(late.length > 0
      ? [
          {
            code: 'retard-projets',
            texte: `${compteEnLettres(late.length, 'projet a', 'projets ont')} une étape au moins en retard de plus d’un mois : ${enumerer(late)}.`,
          },
        ]
      : []),
    ...(open.length > 0
      ? [
          {
            code: 'projets-inacheves',
            texte: `${compteEnLettres(open.length, 'projet n’est', 'projets ne sont')} pas ${open.length > 1 ? 'terminés' : 'terminé'} : ${titres(open)}.`,
          },
        ]
      : []),
    ...short.map(({ projet, solde }) => ({
      code: 'solde-negatif',
      texte: `${guillemets(nomDuProjet(projet))} a dépensé ${euros(-(solde ?? 0))} de plus qu’il n’a reçu.`,
    })),
    ...(blind.length > 0
      ? [{ code: 'objectif-non-mesure', texte: `Rien ne mesure un objectif de ${titres(blind)}.` }]
      : []),
  ];
}

function desConditions({ enRetard, nonRemplies }: DispositifAnalysis['conditions']): ConstatBilan[] {
  const parts = [
    enRetard.length > 0
      ? `${compteEnLettres(enRetard.length, 'condition a été remplie', 'conditions ont été remplies')} après ${accord(enRetard.length, 'son échéance', 'leur échéance')} : ${enumerer(enRetard.map(({ condition, jours }) => `${guillemets(condition.libelle)} (${compte(jours, 'jour ouvré', 'jours ouvrés')})`))}.`
      : '',
    nonRemplies.length > 0
      ? `${compteEnLettres(nonRemplies.length, 'condition n’est pas remplie', 'conditions ne sont pas remplies')} : ${enumerer(nonRemplies.map(({ libelle }) => guillemets(libelle)))}.`
      : '',
  ].filter(Boolean);
  return parts.length > 0 ? [{ code: 'condition-tardive', texte: parts.join(' ') }] : [];
}

/** The days left to the team once the projects are served, when they are fewer than what was done asked by the scenario. */
function desJoursRestants({ resteEquipe: left, volumes }: DispositifAnalysis): ConstatBilan[] {
  if (!left || left.demandes <= Math.max(0, left.reste) * (1 + SEUIL_DEPASSEMENT)) return [];
  const done = enumerer(
    volumes.filter(({ realise }) => realise > 0).map(({ realise, unite }) => compte(realise, unite, pluriel(unite))),
  );
  return [
    {
      code: 'jours-restants',
      texte: `Des ${nombreFr(left.faits)} jours de l’équipe du porteur, ${nombreFr(left.projets)} sont allés aux projets ; il en reste ${nombreFr(Math.max(0, left.reste))} pour ${done}, qui en demandaient ${nombreFr(Math.round(left.demandes))} d’après le scénario.`,
    },
  ];
}

/** The object of each convention; of several that have the same, once, with how many they are. */
const objetsDe = (conventions: DispositifAnalysis['conventions']['nonSignees']): string[] =>
  [...group(conventions, ({ objet }) => objet)].map(
    ([objet, same]) => `${guillemets(objet)}${same.length > 1 ? ` (${compte(same.length, 'convention')})` : ''}`,
  );

/** All the partners against the load of the year, with what their agreements gave them: days bought and days planned are two figures. */
function desPartenaires({ partenaires, jours }: DispositifAnalysis): ConstatBilan[] {
  const given = jours.reduce((sum, { porteur, prevu }) => sum + (porteur ? 0 : prevu), 0);
  return ecartees([partenaires], 'deux').map((days) => ({
    code: 'jours-partenaires-ensemble',
    texte: `Partenaires, ensemble : ${joursAuPlan(days)} ; leurs conventions et le scénario leur en donnaient ${nombreFr(given)}.`,
  }));
}

function duDispositif(dispositif: DispositifAnalysis): ConstatBilan[] {
  const { au, conventions, conditions, risques, depenses, jours, echues } = dispositif;
  const over = ecartees(depenses, 'plus');
  const away = ecartees(jours, 'deux');
  const bearer = away.find(({ porteur }) => porteur);
  const partners = [
    ...away
      .filter(({ porteur }) => !porteur)
      .map(
        ({ libelle, prevu, realise }) =>
          `${libelle}, ${nombreFr(realise)} pour ${nombreFr(prevu)} ${accorder('prévu', prevu)}`,
      ),
    ...jours.flatMap(({ libelle, base, realise }) =>
      base === 'aucune' && realise !== null && realise > 0
        ? [`${libelle}, ${nombreFr(realise)} que rien ne prévoyait`]
        : [],
    ),
  ];
  const known = au !== null;
  return [
    ...(known && conventions.nonSignees.length > 0
      ? [
          {
            code: 'convention-non-signee',
            texte: `${compteEnLettres(conventions.nonSignees.length, 'convention n’a pas été signée', 'conventions n’ont pas été signées')} : ${enumerer(objetsDe(conventions.nonSignees))}.`,
          },
        ]
      : []),
    ...(over.length > 0
      ? [
          {
            code: 'depenses-dispositif',
            texte: `${over.map(({ libelle, prevu, realise }) => `${libelle} : ${euros(realise)} dépensés pour ${euros(prevu)} au budget, ${soit(prevu, realise)}`).join(' ; ')}.`,
          },
        ]
      : []),
    ...(bearer
      ? [
          {
            code: 'jours-porteur',
            texte: `Équipe du porteur (${bearer.libelle}) : ${joursAuPlan(bearer)}.`,
          },
        ]
      : []),
    ...(known ? [...desJoursRestants(dispositif), ...desPartenaires(dispositif)] : []),
    ...(partners.length > 0
      ? [
          {
            code: 'jours-partenaires',
            texte: `Jours des partenaires, face à leur convention ou au scénario : ${partners.join(' ; ')}.`,
          },
        ]
      : []),
    ...(known && echues.length > 0
      ? [
          {
            code: 'convention-echue',
            texte: `${compteEnLettres(echues.length, 'convention signée est échue', 'conventions signées sont échues')} à la date de ce document, la dernière depuis ${leJour(
              echues
                .map(({ le }) => le)
                .sort()
                .at(-1) ?? '',
            )}.`,
          },
        ]
      : []),
    ...(known ? desConditions(conditions) : []),
    ...(risques.length > 0
      ? [
          {
            code: 'risque-survenu',
            texte: `${compteEnLettres(risques.length, 'risque est survenu', 'risques sont survenus')} : ${enumerer(risques.map(({ libelle }) => guillemets(libelle)))}.`,
          },
        ]
      : []),
  ];
}

export function constatsDe(
  projets: readonly ProjetAnalyse[],
  ecarts: readonly EcartBilan[],
  criteres: readonly CritereBilan[],
  indicateurs: readonly (IndicateurSuivi & { id: string })[],
  dispositif: DispositifAnalysis | null,
): ConstatBilan[] {
  const unmeasured = indicateurs.filter(({ valeur }) => valeur === null);
  return [
    ...desProjets(projets, ecarts),
    ...criteres.flatMap(({ id, libelle, notes }) => {
      const low = notes.filter(({ note }) => note <= NOTE_BASSE);
      const weak = notes.filter(({ note }) => note < NOTE_BONNE).length * 2 > notes.length;
      if (low.length === 0 && !weak) return [];
      const why = low.length > 0 ? low : notes.filter(({ note }) => note < NOTE_BONNE);
      return [
        {
          code: `critere-${id}`,
          texte: `${libelle} : ${enumerer(parNote(why))}.`,
        },
      ];
    }),
    ...indicateurs.flatMap(({ id, libelle, atteint, valeur, cible, unite }) =>
      atteint === false
        ? [
            {
              code: `indicateur-${id}`,
              texte: `${libelle} : ${nombreFr(valeur ?? 0)} ${unite} pour une cible de ${nombreFr(cible)}.`,
            },
          ]
        : [],
    ),
    ...(unmeasured.length > 0
      ? [
          {
            code: 'non-mesure',
            texte: `${compteEnLettres(unmeasured.length, 'indicateur du dispositif n’a jamais été mesuré', 'indicateurs du dispositif n’ont jamais été mesurés')} : ${enumerer(unmeasured.map(({ libelle }) => guillemets(libelle)))}.`,
          },
        ]
      : []),
    ...(dispositif ? duDispositif(dispositif) : []),
  ];
}
