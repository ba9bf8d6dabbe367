/** Evaluation of the experiment from its projects: by criterion, foreseen against what happened, and what follows. */

import type { Study } from '../../study/study.js';
import { compte, enumerer } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import {
  analyserProjets,
  CRITERES_EVALUATION,
  type CritereEvaluation,
  type IndicateurSuivi,
  type PrevuRealise,
  type ProjetAnalyse,
  type ProjetsAnalysis,
  suivre,
} from './projets.js';

export interface CritereBilan {
  id: CritereEvaluation;
  libelle: string;
  question: string;
  /** Mean of the projects' notes, 1 to 5; null when none is noted. */
  moyenne: number | null;
  notes: { projet: string; note: number; commentaire: string }[];
  /** Titles of the projects without note. */
  sansNote: string[];
  /** Indicators of the whole experiment that serve this criterion. */
  indicateurs: IndicateurSuivi[];
}

export interface EcartBilan {
  libelle: string;
  unite: string;
  prevu: number;
  realise: number | null;
  /** Realised ÷ foreseen − 1, over the projects where both are known. */
  ecart: number | null;
  /** Projects where what happened is not known. */
  inconnus: number;
}

export interface Recommandation {
  texte: string;
  /** What it rests on. */
  appui: string;
}

export interface BilanAnalysis extends ProjetsAnalysis {
  criteres: CritereBilan[];
  ecarts: EcartBilan[];
  indicateurs: (IndicateurSuivi & { critere: string })[];
  /** Titles of projects ended, under way, given up. */
  termines: string[];
  enCours: string[];
  abandonnes: string[];
  enseignements: { texte: string; projet: string }[];
  temoignages: { texte: string; qualite: string; projet: string }[];
  ajustements: { outil: string; texte: string; projet: string }[];
  recommandations: Recommandation[];
  /** What was not measured, in French sentences. */
  manquesMesures: string[];
}

/** A criterion whose mean is under this note calls for a change. */
export const SEUIL_REPRISE = 3.5;
/** A foreseen figure passed by more than this share calls for a change. */
export const SEUIL_DEPASSEMENT = 0.1;

function ecartDe(
  libelle: string,
  unite: string,
  projets: readonly ProjetAnalyse[],
  of: (projet: ProjetAnalyse) => PrevuRealise,
): EcartBilan {
  const known = projets.map(of).filter(({ realise }) => realise !== null);
  const prevu = known.reduce((sum, one) => sum + one.prevu, 0);
  const realise = known.length > 0 ? known.reduce((sum, one) => sum + (one.realise ?? 0), 0) : null;
  return {
    libelle,
    unite,
    prevu,
    realise,
    ecart: realise !== null && prevu > 0 ? realise / prevu - 1 : null,
    inconnus: projets.length - known.length,
  };
}

export function analyserBilan(study: Study): BilanAnalysis {
  const base = analyserProjets(study);
  const { projets } = base;
  const mode = study.mode_operatoire;
  const indicateurs = (mode?.indicateurs ?? []).map((i) => ({ ...suivre(i), critere: i.critere ?? '' }));
  const criteres = CRITERES_EVALUATION.map(({ id, libelle, question }): CritereBilan => {
    const noted = projets.flatMap(({ projet }) => {
      const found = projet.evaluation?.[id];
      return found ? [{ projet: projet.titre, note: found.note, commentaire: found.commentaire }] : [];
    });
    return {
      id,
      libelle,
      question: mode?.indicateurs?.find((i) => i.critere === id && i.question)?.question ?? question,
      moyenne: noted.length > 0 ? noted.reduce((sum, { note }) => sum + note, 0) / noted.length : null,
      notes: noted,
      sansNote: projets.filter(({ projet }) => !projet.evaluation?.[id]).map(({ projet }) => projet.titre),
      indicateurs: indicateurs.filter(({ critere }) => critere === id),
    };
  });
  const ecarts = [
    ecartDe('Jours d’agent', 'jours', projets, ({ jours }) => jours),
    ecartDe('Jours de partenaires', 'jours', projets, ({ joursPartenaires }) => joursPartenaires),
    ecartDe('Rencontres', 'rencontres', projets, ({ seances }) => seances),
    ecartDe('Budget des projets', '€', projets, ({ budget }) => budget),
    ecartDe('Financements obtenus', '€', projets, ({ financement }) => financement),
  ];
  const of = (...etats: string[]): string[] =>
    projets.filter(({ projet }) => etats.includes(projet.etat ?? 'pressenti')).map(({ projet }) => projet.titre);
  const outil = (id: string): string => study.outils.find((o) => o.id === id)?.nom ?? id;
  const bilan = {
    ...base,
    criteres,
    ecarts,
    indicateurs,
    termines: of('termine'),
    enCours: of('en-cours', 'retenu', 'pressenti'),
    abandonnes: of('abandonne'),
    enseignements: projets.flatMap(({ projet }) =>
      (projet.enseignements ?? []).map((texte) => ({ texte, projet: projet.titre })),
    ),
    temoignages: projets.flatMap(({ projet }) =>
      (projet.temoignages ?? []).map(({ texte, qualite }) => ({ texte, qualite, projet: projet.titre })),
    ),
    ajustements: projets.flatMap(({ projet }) =>
      (projet.outils ?? []).flatMap((o) =>
        o.ajustement ? [{ outil: outil(o.outil), texte: o.ajustement, projet: projet.titre }] : [],
      ),
    ),
  };
  return { ...bilan, recommandations: recommander(bilan), manquesMesures: manquer(bilan) };
}

type Partiel = Omit<BilanAnalysis, 'recommandations' | 'manquesMesures'>;

/** Each rests on a measure that crosses a threshold said in the document. */
function recommander({ criteres, ecarts, indicateurs, ajustements, projets }: Partiel): Recommandation[] {
  const late = projets.filter(({ retardMois }) => (retardMois ?? 0) > 1);
  return [
    ...criteres.flatMap(({ libelle, moyenne, notes }) => {
      if (moyenne === null || moyenne >= SEUIL_REPRISE) return [];
      const low = notes.filter(({ note }) => note <= 3).map(({ projet }) => `« ${projet} »`);
      return [
        {
          texte: `Revoir ce qui pèse sur le critère « ${libelle.toLowerCase()} »${low.length ? `, d’abord dans ${enumerer(low)}` : ''}.`,
          appui: `Note moyenne : ${nombreFr(moyenne)} sur 5.`,
        },
      ];
    }),
    ...ecarts.flatMap(({ libelle, ecart, unite, prevu, realise }) =>
      ecart !== null && ecart > SEUIL_DEPASSEMENT && !/obtenus/.test(libelle)
        ? [
            {
              texte: `Prévoir davantage pour : ${libelle.toLowerCase()}.`,
              appui: `${nombreFr(realise ?? 0)} ${unite} pour ${nombreFr(prevu)} prévus, soit ${nombreFr(ecart * 100)}\u00a0% de plus.`,
            },
          ]
        : [],
    ),
    ...indicateurs.flatMap(({ libelle, atteint, valeur, cible, unite }) =>
      atteint === false
        ? [
            {
              texte: `Reprendre l’objectif « ${libelle.toLowerCase()} » : le tenir, ou dire pourquoi il change.`,
              appui: `${nombreFr(valeur ?? 0)} ${unite} pour une cible de ${nombreFr(cible)}.`,
            },
          ]
        : [],
    ),
    ...(late.length > 0
      ? [
          {
            texte: `Allonger les étapes qui dépendent d’une décision ou d’une signature.`,
            appui: `${compte(late.length, 'projet a', 'projets ont', '')} plus d’un mois de retard : ${enumerer(late.map(({ projet }) => `« ${projet.titre} »`))}.`,
          },
        ]
      : []),
    ...(ajustements.length > 0
      ? [
          {
            texte: 'Reporter dans les outils les ajustements faits en cours de projet.',
            appui: `${compte(ajustements.length, 'outil a été ajusté', 'outils ont été ajustés', '')}.`,
          },
        ]
      : []),
  ];
}

function manquer({ criteres, ecarts, indicateurs, projets }: Partiel): string[] {
  const unmeasured = indicateurs.filter(({ valeur }) => valeur === null).map(({ libelle }) => `« ${libelle} »`);
  const projectIndicators = projets.flatMap(({ projet, indicateurs: own }) =>
    own.filter(({ valeur }) => valeur === null).map(({ libelle }) => `« ${libelle} » (${projet.titre})`),
  );
  return [
    ...(unmeasured.length > 0 ? [`Indicateurs du dispositif jamais mesurés : ${enumerer(unmeasured)}.`] : []),
    ...(projectIndicators.length > 0 ? [`Indicateurs de projet jamais mesurés : ${enumerer(projectIndicators)}.`] : []),
    ...criteres.flatMap(({ libelle, sansNote }) =>
      sansNote.length > 0
        ? [`Critère « ${libelle.toLowerCase()} » non noté pour ${enumerer(sansNote.map((titre) => `« ${titre} »`))}.`]
        : [],
    ),
    ...ecarts.flatMap(({ libelle, inconnus }) =>
      inconnus > 0 ? [`${libelle} : inconnu pour ${compte(inconnus, 'projet', 'projets', '')}.`] : [],
    ),
    ...(projets.every(({ projet }) => (projet.temoignages ?? []).length === 0)
      ? ['Aucun témoignage n’a été recueilli.']
      : []),
  ];
}
