/** What the measures of the experiment show that calls for an answer: each finding has a code that a recommendation may cite. */
import { compte, enumerer } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import type { DispositifAnalysis } from './dispositif.js';
import type { IndicateurSuivi, ProjetAnalyse } from './projets.js';
import type { CritereBilan, EcartBilan } from './types-bilan.js';

export interface ConstatBilan {
  code: string;
  /** French sentence with its figures. */
  texte: string;
}

/** A foreseen figure passed by more than this share is a finding. */
export const SEUIL_DEPASSEMENT = 0.1;
/** A note at or under this one is a finding, and so is a criterion of which more than half the notes are under `NOTE_BONNE`. */
export const NOTE_BASSE = 2;
const NOTE_BONNE = 4;
/** A project whose step ended later than planned by more months than this is late. */
export const RETARD_MOIS = 1;

const guillemets = (text: string): string => `« ${text} »`;
const titres = (projets: readonly ProjetAnalyse[]): string =>
  enumerer(projets.map(({ projet }) => guillemets(projet.titre)));

function desProjets(projets: readonly ProjetAnalyse[], ecarts: readonly EcartBilan[]): ConstatBilan[] {
  const late = projets.filter(({ retardMois }) => (retardMois ?? 0) > RETARD_MOIS);
  const open = projets.filter(({ projet }) => projet.etat !== 'termine' && projet.etat !== 'abandonne');
  const short = projets.filter(({ solde }) => solde !== null && solde < -0.5);
  const blind = projets.filter(({ objectifs }) => objectifs.some(({ atteint }) => atteint === null));
  return [
    ...ecarts.flatMap(({ code, libelle, ecart, unite, prevu, realise }) =>
      ecart !== null && ecart > SEUIL_DEPASSEMENT && code !== 'financements'
        ? [
            {
              code: `ecart-${code}`,
              texte: `${libelle} : ${nombreFr(realise ?? 0)} ${unite} pour ${nombreFr(prevu)} prévus, soit ${nombreFr(ecart * 100)}\u00a0% de plus.`,
            },
          ]
        : [],
    ),
    ...(late.length > 0
      ? [
          {
            code: 'retard-projets',
            texte: `${compte(late.length, 'projet a', 'projets ont', '')} une étape en retard de plus d’un mois : ${titres(late)}.`,
          },
        ]
      : []),
    ...(open.length > 0
      ? [
          {
            code: 'projets-inacheves',
            texte: `${compte(open.length, 'projet n’est', 'projets ne sont', '')} pas ${open.length > 1 ? 'terminés' : 'terminé'} : ${titres(open)}.`,
          },
        ]
      : []),
    ...short.map(({ projet, solde }) => ({
      code: 'solde-negatif',
      texte: `${guillemets(projet.titre)} a dépensé ${nombreFr(-(solde ?? 0))}\u00a0€ de plus qu’il n’a reçu.`,
    })),
    ...(blind.length > 0
      ? [{ code: 'objectif-non-mesure', texte: `Rien ne mesure un objectif de ${titres(blind)}.` }]
      : []),
  ];
}

function duDispositif(dispositif: DispositifAnalysis): ConstatBilan[] {
  const { conventions, conditions, risques, depenses, jours } = dispositif;
  const over = depenses.filter(
    ({ prevu, realise }) => realise !== null && prevu > 0 && realise / prevu - 1 > SEUIL_DEPASSEMENT,
  );
  const away = jours.filter(
    ({ prevu, realise }) => realise !== null && prevu > 0 && Math.abs(realise / prevu - 1) > SEUIL_DEPASSEMENT,
  );
  const known = dispositif.au !== null;
  return [
    ...(known && conventions.nonSignees.length > 0
      ? [
          {
            code: 'convention-non-signee',
            texte: `${compte(conventions.nonSignees.length, 'convention n’a pas été signée', 'conventions n’ont pas été signées', '')} : ${enumerer(conventions.nonSignees.map(({ objet }) => guillemets(objet)))}.`,
          },
        ]
      : []),
    ...(over.length > 0
      ? [
          {
            code: 'depenses-dispositif',
            texte: `${compte(over.length, 'poste de dépense du dispositif dépasse', 'postes de dépense du dispositif dépassent', '')} de plus de ${nombreFr(SEUIL_DEPASSEMENT * 100)}\u00a0% le budget.`,
          },
        ]
      : []),
    ...(away.length > 0
      ? [
          {
            code: 'jours-partenaires',
            texte: `${compte(away.length, 'équipe s’écarte', 'équipes s’écartent', '')} de plus de ${nombreFr(SEUIL_DEPASSEMENT * 100)}\u00a0% des jours prévus.`,
          },
        ]
      : []),
    ...(known && conditions.nonRemplies.length + conditions.enRetard.length > 0
      ? [
          {
            code: 'condition-tardive',
            texte: `${compte(conditions.enRetard.length, 'condition a été remplie', 'conditions ont été remplies', 'Aucune condition n’a été remplie')} après sa date, ${compte(conditions.nonRemplies.length, 'ne l’est pas', 'ne le sont pas', 'aucune ne manque')}.`,
          },
        ]
      : []),
    ...(risques.length > 0
      ? [
          {
            code: 'risque-survenu',
            texte: `${compte(risques.length, 'risque est survenu', 'risques sont survenus', '')} : ${enumerer(risques.map(({ libelle }) => guillemets(libelle)))}.`,
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
          texte: `${libelle} : ${enumerer(why.map(({ note, projet }) => `${note} pour ${guillemets(projet)}`))}.`,
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
            texte: `${compte(unmeasured.length, 'indicateur du dispositif n’a jamais été mesuré', 'indicateurs du dispositif n’ont jamais été mesurés', '')} : ${enumerer(unmeasured.map(({ libelle }) => guillemets(libelle)))}.`,
          },
        ]
      : []),
    ...(dispositif ? duDispositif(dispositif) : []),
  ];
}
