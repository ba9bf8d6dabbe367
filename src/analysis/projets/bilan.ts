/** Evaluation of the experiment: criterion by criterion with its evidence, foreseen against what happened, findings and what answers them. */
import { group, sum } from 'd3-array';
import type { Study } from '../../study/study.js';
import type { CadreEvaluation } from '../../study/types.gen.js';
import { accord, compte, compteAuFil, enumerer, minuscule } from '../../texte/accords.js';
import { estFeminin } from '../../texte/pluriel.js';
import type { ConstatBilan } from './constat.js';
import { constatsDe } from './constats.js';
import { CRITERES_EVALUATION, parCritere } from './criteres.js';
import { analyserDispositif, type DispositifAnalysis } from './dispositif.js';
import { MESURES_CALCULEES, releve } from './mesures.js';
import { nomDuProjet } from './noms.js';
import {
  analyserProjets,
  type IndicateurSuivi,
  type PrevuRealise,
  type ProjetAnalyse,
  type ProjetsAnalysis,
  suivre,
} from './projets.js';
import type { CritereBilan, EcartBilan, IndicateurBilan, Recommandation, Recoupement } from './types-bilan.js';

export interface BilanAnalysis extends ProjetsAnalysis {
  cadre: CadreEvaluation | null;
  criteres: CritereBilan[];
  ecarts: EcartBilan[];
  indicateurs: IndicateurBilan[];
  dispositif: DispositifAnalysis | null;
  /** Titles of projects ended, under way, not begun yet, given up. */
  termines: string[];
  enCours: string[];
  aVenir: string[];
  abandonnes: string[];
  enseignements: { texte: string; projet: string }[];
  temoignages: { texte: string; qualite: string; projet: string; recueil: string | null; illustratif: boolean }[];
  ajustements: { outil: string; texte: string; projet: string }[];
  constats: ConstatBilan[];
  recommandations: Recommandation[];
  /** Findings that no recommendation answers; `numero`: as their table numbers them, « C3 ». */
  sansReponse: (ConstatBilan & { numero: string })[];
  /** What was not measured, in French sentences. */
  manquesMesures: string[];
}

function ecartDe(
  code: string,
  libelle: string,
  unite: string,
  projets: readonly ProjetAnalyse[],
  of: (projet: ProjetAnalyse) => PrevuRealise,
): EcartBilan {
  const done = projets.map(of).filter(({ realise }) => realise !== null);
  const both = done.filter(({ prevu }) => prevu !== null);
  const known = both.length > 0 ? both : done;
  const prevu = done.length > 0 && both.length === 0 ? null : sum(known, (one) => one.prevu);
  const realise = known.length > 0 ? sum(known, (one) => one.realise) : null;
  return {
    code,
    libelle,
    unite,
    genre: estFeminin(unite) ? 'f' : 'm',
    prevu,
    realise,
    ecart: realise !== null && prevu !== null && prevu > 0 ? realise / prevu - 1 : null,
    laisses: projets.length - known.length,
    inconnus: projets.length - done.length,
  };
}

/**
 * Notes go one way when more than half are 4 or 5, or less than half; measures, when more than half reach their target, or less. They agree or not;
 * with no measure, sayings are the only other evidence, which measures nothing; without either, the note stands alone.
 */
function recouper(notes: readonly number[], indicateurs: readonly IndicateurSuivi[], paroles: number): Recoupement {
  if (notes.length === 0) return 'sans-note';
  const measured = indicateurs.filter(({ atteint }) => atteint !== null);
  if (measured.length === 0) return paroles > 0 ? 'parole-seule' : 'note-seule';
  const sens = (good: number, total: number): number => Math.sign(good * 2 - total);
  const [ofNotes, ofMeasures] = [
    sens(notes.filter((note) => note >= 4).length, notes.length),
    sens(measured.filter(({ atteint }) => atteint).length, measured.length),
  ];
  // Halves that disagree go no way, which nothing can confirm.
  return ofNotes === ofMeasures && ofNotes !== 0 ? 'recoupe' : 'divergent';
}

function criteresDe(
  study: Study,
  projets: readonly ProjetAnalyse[],
  indicateurs: readonly IndicateurBilan[],
): CritereBilan[] {
  const { evaluation: cadre, mode_operatoire: mode } = study;
  return CRITERES_EVALUATION.map(({ id, libelle, question }) => {
    const asked = cadre?.questions?.find(({ critere }) => critere === id);
    const notes = projets.flatMap(({ projet }, i) => {
      const found = projet.evaluation?.[id];
      return found
        ? [{ projet: nomDuProjet(projet), rang: i + 1, note: found.note, commentaire: found.commentaire }]
        : [];
    });
    const own = indicateurs.filter(({ critere }) => critere === id);
    const paroles = projets
      .flatMap(({ projet }) => projet.temoignages ?? [])
      .filter(({ critere }) => critere === id).length;
    return {
      id,
      libelle,
      question: asked?.question ?? mode?.indicateurs?.find((i) => i.critere === id && i.question)?.question ?? question,
      methode: asked?.methode ?? null,
      sources: asked?.sources ?? [],
      notes,
      sansNote: projets.flatMap(({ projet }, i) =>
        projet.evaluation?.[id] ? [] : [{ projet: nomDuProjet(projet), rang: i + 1 }],
      ),
      indicateurs: own,
      paroles,
      recoupement: recouper(
        notes.map(({ note }) => note),
        own,
        paroles,
      ),
    };
  });
}

/** `study` as it stood at `au`, the date of the document. */
export function analyserBilan(study: Study, au: string = study.etude.date): BilanAnalysis {
  const base = analyserProjets(study, au);
  const { projets } = base;
  const { mode_operatoire: mode, evaluation: cadre } = study;
  const indicateurs = parCritere(mode?.indicateurs ?? []).map(
    (i): IndicateurBilan => ({
      ...suivre(mode ? releve(i, projets, mode, au) : i),
      id: i.id,
      critere: i.critere ?? '',
      source: i.source ?? null,
      methode: i.methode ?? (i.calcul && !i.mesures?.length ? MESURES_CALCULEES[i.calcul] : null),
    }),
  );
  const criteres = criteresDe(study, projets, indicateurs);
  const ecarts = [
    ecartDe('jours-agent', 'Jours d’agent', 'jours', projets, ({ jours }) => jours),
    ecartDe(
      'jours-partenaires',
      'Jours de partenaires dans les projets',
      'jours',
      projets,
      ({ joursPartenaires }) => joursPartenaires,
    ),
    ecartDe('rencontres', 'Rencontres', 'rencontres', projets, ({ seances }) => seances),
    ecartDe('budget', 'Budget des projets', '€', projets, ({ budget }) => budget),
    ecartDe('financements', 'Financements obtenus', '€', projets, ({ financement }) => financement),
  ];
  const of = (...etats: string[]): string[] =>
    projets.filter(({ projet }) => etats.includes(projet.etat ?? 'pressenti')).map(({ projet }) => nomDuProjet(projet));
  const outil = (id: string): string => study.outils.find((o) => o.id === id)?.nom ?? id;
  const dispositif = analyserDispositif(study, au);
  const constats = constatsDe(projets, ecarts, criteres, indicateurs, dispositif);
  const recommandations = (cadre?.recommandations ?? []).map(
    ({ constats: codes = [], ...one }): Recommandation => ({
      texte: one.texte,
      constats: constats.filter(({ code }) => codes.includes(code)),
      responsable: one.responsable ?? null,
      echeance: one.echeance ?? null,
      cout: one.cout ?? null,
      compris: one.compris ?? null,
    }),
  );
  const answered = new Set((cadre?.recommandations ?? []).flatMap(({ constats: codes = [] }) => codes));
  return {
    ...base,
    cadre,
    criteres,
    ecarts,
    indicateurs,
    dispositif,
    termines: of('termine'),
    enCours: of('en-cours'),
    aVenir: of('retenu', 'pressenti'),
    abandonnes: of('abandonne'),
    // What several projects taught in the same words is taught once.
    enseignements: [
      ...group(
        projets.flatMap(({ projet }) =>
          (projet.enseignements ?? []).map((texte) => ({ texte, projet: nomDuProjet(projet) })),
        ),
        ({ texte }) => texte,
      ),
    ].map(([texte, list]) => ({ texte, projet: enumerer([...new Set(list.map(({ projet }) => projet))]) })),
    temoignages: projets.flatMap(({ projet }) =>
      (projet.temoignages ?? []).map(({ texte, qualite, recueil = null }) => ({
        texte,
        qualite,
        projet: nomDuProjet(projet),
        recueil,
        illustratif: projet.fiabilite === 'illustratif',
      })),
    ),
    ajustements: projets.flatMap(({ projet }) =>
      (projet.outils ?? []).flatMap((o) =>
        o.ajustement ? [{ outil: outil(o.outil), texte: o.ajustement, projet: nomDuProjet(projet) }] : [],
      ),
    ),
    constats,
    recommandations,
    sansReponse: constats.flatMap((constat, i) =>
      answered.has(constat.code) ? [] : [{ ...constat, numero: `C${i + 1}` }],
    ),
    manquesMesures: [...manquer(projets, criteres, ecarts, indicateurs), ...promessesNonMesurees(mode)],
  };
}

/** Delays announced to those who ask that no indicator measures: a mean over the projects says nothing of the other requests. */
function promessesNonMesurees(mode: Study['mode_operatoire']): string[] {
  const measured = new Set(
    (mode?.indicateurs ?? []).flatMap(({ id, mesures = [] }) => (mesures.length > 0 ? [id] : [])),
  );
  const blind = (mode?.delais_promis ?? []).filter(
    ({ indicateur }) => indicateur === undefined || !measured.has(indicateur),
  );
  return blind.length > 0 && mode?.realise
    ? [
        `Délais annoncés que rien ne mesure sur l’ensemble des demandes : ${enumerer(blind.map(({ libelle, jours }) => `« ${libelle} » (${compte(jours, 'jour ouvré', 'jours ouvrés')})`))}.`,
      ]
    : [];
}

/** What no project tells comes first, in one sentence; then what some leave out. */
function sansNotes(criteres: readonly CritereBilan[], total: number): string[] {
  const noms = (list: readonly CritereBilan[]): string =>
    enumerer(list.map(({ libelle }) => `« ${libelle.toLowerCase()} »`));
  const nowhere = criteres.filter(({ sansNote }) => sansNote.length === total);
  return [
    ...(nowhere.length > 0
      ? [
          `${accord(nowhere.length, 'Critère qu’aucune note ne juge', 'Critères qu’aucune note ne juge')} : ${noms(nowhere)}.`,
        ]
      : []),
    // Criteria that the same projects leave out are told together.
    ...[
      ...group(
        criteres.filter(({ sansNote }) => sansNote.length > 0 && sansNote.length < total),
        ({ sansNote }) => enumerer(sansNote.map(({ projet }) => `« ${projet} »`)),
      ),
    ].map(([projets, list]) =>
      list.length === criteres.length && list.length > 1
        ? `Aucun critère noté pour ${projets}.`
        : `${accord(list.length, 'Critère', 'Critères')} ${noms(list)} ${accord(list.length, 'non noté', 'non notés')} pour ${projets}.`,
    ),
  ];
}

/** The same of what was foreseen and done. */
function inconnus(ecarts: readonly EcartBilan[], total: number): string[] {
  const nowhere = ecarts.filter((ecart) => ecart.inconnus === total).map(({ libelle }) => minuscule(libelle));
  return [
    ...(nowhere.length > 0 ? [`Réalisé inconnu pour tous les projets : ${enumerer(nowhere)}.`] : []),
    ...ecarts.flatMap(({ libelle, inconnus: n }) =>
      n > 0 && n < total ? [`${libelle} : réalisé inconnu pour ${compteAuFil(n, 'projet')}.`] : [],
    ),
  ];
}

function manquer(
  projets: readonly ProjetAnalyse[],
  criteres: readonly CritereBilan[],
  ecarts: readonly EcartBilan[],
  indicateurs: readonly IndicateurBilan[],
): string[] {
  const unmeasured = indicateurs.filter(({ valeur }) => valeur === null).map(({ libelle }) => `« ${libelle} »`);
  const projectIndicators = projets.flatMap(({ projet, indicateurs: own }) =>
    own.filter(({ valeur }) => valeur === null).map(({ libelle }) => `« ${libelle} » (${nomDuProjet(projet)})`),
  );
  const objectives = projets.flatMap(({ projet, objectifs }) =>
    objectifs.filter(({ atteint }) => atteint === null).map(({ texte }) => `« ${texte} » (${nomDuProjet(projet)})`),
  );
  return [
    ...(unmeasured.length > 0 ? [`Indicateurs du dispositif jamais mesurés : ${enumerer(unmeasured)}.`] : []),
    ...(projectIndicators.length > 0 ? [`Indicateurs de projet jamais mesurés : ${enumerer(projectIndicators)}.`] : []),
    ...(objectives.length > 0 ? [`Objectifs que rien ne mesure : ${enumerer(objectives)}.`] : []),
    ...sansNotes(criteres, projets.length),
    ...inconnus(ecarts, projets.length),
    ...(projets.every(({ projet }) => (projet.temoignages ?? []).length === 0)
      ? ['Aucun témoignage n’a été recueilli.']
      : []),
  ];
}
