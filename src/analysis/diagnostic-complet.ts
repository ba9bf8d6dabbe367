/** The reasoning behind the diagnostic: from the study as it stood at a date to everything its exhibits and prose show. Pure. */
import type { Study } from '../study/study.js';
import { analyserConformite } from './conformite/index.js';
import { etudeAu } from './dates.js';
import { analyserActeurs } from './diagnostic/acteurs.js';
import { analyserActions } from './diagnostic/actions.js';
import { analyserBesoins } from './diagnostic/besoins.js';
import { communsAuxDomaines } from './diagnostic/communs.js';
import { constatCroise } from './diagnostic/constat-croise.js';
import { analyserConstats } from './diagnostic/constats.js';
import { analyserExperiences } from './diagnostic/experiences.js';
import { analyserOublis } from './diagnostic/oublis.js';
import { analyserOutils } from './diagnostic/outils.js';
import { analyserParticipation } from './diagnostic/participation.js';
import { preuvesDiagnostic } from './diagnostic/preuves.js';
import { analyserSynthese } from './diagnostic/synthese.js';
import type { BesoinsAnalysis, DiagnosticAnalysis } from './diagnostic/types.js';
import { analyserGlossaire } from './glossaire.js';
import { type Solidite, soliditeFiche } from './preuves.js';
import { sourcesCitees } from './sources.js';
import { analyserTerritoire } from './territoire.js';
import { parObjetEtCle } from './une-fois.js';

/** The needs alone, for those who read nothing else of the diagnostic. */
export const besoinsAu = parObjetEtCle((study: Study, date: string): BesoinsAnalysis => {
  const { etude: vue, ecartes } = etudeAu(study, date);
  return analyserBesoins(vue, analyserParticipation(vue, ecartes.participation));
});

/** What is measured of the study as it stood at a date, for those who read no finding and no answer to the contract. */
export const mesuresAu = parObjetEtCle((study: Study, date: string) => {
  const { etude: vue, ecartes } = etudeAu(study, date);
  const participation = analyserParticipation(vue, ecartes.participation);
  const actions = analyserActions(vue, ecartes.actions);
  const acteurs = analyserActeurs(vue);
  const outils = analyserOutils(vue);
  const experiences = analyserExperiences(vue, ecartes.experiences);
  const besoins = besoinsAu(study, date);
  const synthese = analyserSynthese(vue, { besoins, actions, acteurs, outils });
  return { vue, participation, actions, acteurs, outils, experiences, besoins, synthese };
});

/** `date` is the ISO date at which the diagnostic speaks: what is later is left out everywhere. */
export const analyseDiagnostic = parObjetEtCle((study: Study, date: string): DiagnosticAnalysis => {
  const { vue, synthese, ...mesurees } = mesuresAu(study, date);
  const { participation, actions, acteurs, outils, experiences, besoins } = mesurees;
  const territoire = analyserTerritoire(vue, date);
  const sources = sourcesCitees(vue);
  const preuves = preuvesDiagnostic(vue, actions);
  const oublis = analyserOublis(besoins, actions, acteurs);
  const mesures = { ...mesurees, oublis, preuves };
  const parts = { ...mesures, territoire, synthese, conformite: analyserConformite(vue, mesures) };
  const fiches = [vue.besoins, vue.acteurs, vue.actions, vue.outils, vue.experiences, vue.participation].flat();
  const compter = (niveau: Solidite): number => fiches.filter((fiche) => soliditeFiche(fiche) === niveau).length;
  return {
    date,
    communs: communsAuxDomaines(vue, { besoins: besoins.liste, outils: outils.liste }),
    effectifs: {
      besoins: vue.besoins.length,
      acteurs: vue.acteurs.length,
      actions: actions.liste.length,
      experiences: vue.experiences.length,
      experiencesRetenues: experiences.retenues.length,
      outils: vue.outils.length,
      rencontres: vue.participation.length,
      participations: participation.participations,
      references: vue.references.length,
      sources: sources.length,
    },
    fiabilite: {
      illustratives: compter('illustratif'),
      enPartie: compter('en-partie'),
      fondees: compter('fonde'),
      total: fiches.length,
    },
    croise: constatCroise(vue.etude.fonctions, { besoins, acteurs, outils, participation }),
    ...parts,
    references: vue.references,
    sources,
    glossaire: analyserGlossaire(vue),
    constats: analyserConstats(vue, parts),
  };
});
