/** Every number that the analyses of a study come to, whether a text may name it or not: what a page prints, a sentence may say again. */
import type { Study } from '../../study/study.js';
import { nombresEcrits } from '../../texte/nombres-ecrits.js';
import { etudeAu } from '../dates.js';
import { analyseDiagnostic } from '../diagnostic-complet.js';
import { anneeDe, premierMois } from '../mode-operatoire/annee.js';
import { calendrierDe } from '../mode-operatoire/calendrier.js';
import { analyserConventions } from '../mode-operatoire/conventions.js';
import { exercicesDe } from '../mode-operatoire/exercices.js';
import { analyserParcours } from '../mode-operatoire/parcours.js';
import { analyserReplis } from '../mode-operatoire/replis.js';
import { versementsDe } from '../mode-operatoire/versements.js';
import { analyserPerimetres } from '../priorites/perimetres.js';
import { analyserPriorites } from '../priorites/priorites.js';
import { analyserBilan } from '../projets/bilan.js';
import { analyserDispositif } from '../projets/dispositif.js';
import { type Chiffrage, chiffrageDe, depensesParNature, recettesParAn, soldesParAn } from '../scenarios/chiffrage.js';
import { scenarioDecrit } from '../scenarios/decrit.js';
import { seuilsDeVente } from '../scenarios/financement/seuil-de-vente.js';
import { hypothesesDe } from '../scenarios/hypotheses.js';
import { analyserScenarios } from '../scenarios/index.js';
import { once } from '../une-fois.js';

const somme = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** Numbers found by going through a value: those that its texts write too, and how many its lists hold or add up to. What was gone through is not again. */
function ramasser(value: unknown, into: Set<number>, seen: Set<object>): void {
  if (typeof value === 'number') into.add(Math.abs(value));
  else if (typeof value === 'string') for (const { valeur } of nombresEcrits(value)) into.add(valeur);
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !seen.has(value)) {
    seen.add(value);
    if (Array.isArray(value)) {
      into.add(value.length);
      if (value.length > 1 && value.every((one) => typeof one === 'number')) into.add(Math.abs(somme(value)));
    }
    for (const one of value instanceof Map || value instanceof Set ? value.values() : Object.values(value))
      ramasser(one, into, seen);
  }
}

/** Days of each post of the bearer, whole as a page gives them; what is asked and rendered over the whole plan. */
function duService(study: Study, { scenario, charge, modele, cles }: Chiffrage): number[] {
  const { joursParEtp, partProductive } = hypothesesDe(study);
  return [
    ...scenario.moyens.humains.map(({ etp }) => Math.round(etp * joursParEtp * partProductive)),
    somme(charge.annees.map(({ demandes }) => demandes)),
    ...[modele.nombre(cles.total('services_periode'))].filter((one) => one !== null),
  ];
}

/** The analyses, those that cost least first. */
function etapes(study: Study, date: string): (() => unknown)[] {
  const { etude } = etudeAu(study, date);
  const { scenarios, projets, mode_operatoire: mode, priorites } = study;
  const diagnostic = once(() => analyseDiagnostic(study, date));
  const chiffrages = once(() => scenarios.map((scenario) => chiffrageDe(study, scenario)));
  const described = scenarioDecrit(study);
  return [
    diagnostic,
    () => (priorites && study.besoins.length > 0 ? analyserPriorites(study, diagnostic().besoins) : null),
    () => (projets.length > 0 || mode ? [analyserBilan(etude, date), analyserDispositif(etude, date)] : null),
    () =>
      chiffrages().map((chiffrage) => {
        const [received, balance] = [recettesParAn(chiffrage), soldesParAn(chiffrage)];
        return [
          chiffrage,
          received,
          balance,
          seuilsDeVente(chiffrage),
          depensesParNature(chiffrage),
          duService(study, chiffrage),
        ];
      }),
    () => {
      // As it is costed: with the line of the VAT given back, that the study does not write.
      const own = chiffrages().find(({ scenario }) => scenario.id === described?.id);
      if (!mode || !own) return null;
      const mois = premierMois(mode, own.scenario, date);
      const annee = anneeDe(own, mois);
      return [
        annee,
        annee.depensesProbables - annee.recettesProbables,
        calendrierDe(mode.taches ?? []),
        versementsDe(study, own),
        exercicesDe(mode, own, study.acteurs, mois),
        analyserConventions(study, study.references, mode, own.scenario, date),
        analyserParcours(mode),
        analyserReplis(mode, own),
      ];
    },
    () =>
      scenarios.length > 0
        ? analyserPerimetres(
            study,
            chiffrages().filter(({ scenario }) => scenario.essai_de === undefined),
          )
        : null,
    // With its draws and its words.
    () => (scenarios.length > 0 ? analyserScenarios(study) : null),
  ];
}

/** Whether an analysis of the study comes to a number, within so much of it; each is made when those before it did not. */
export function calculsDe(study: Study, date: string): (valeur: number, pres: number) => boolean {
  const seen = new Set<object>([study]);
  const left = once(() => etapes(study, date));
  const known: Set<number>[] = [];
  return (valeur, pres) => {
    const near = (numbers: ReadonlySet<number>): boolean => {
      for (const one of numbers) if (Math.abs(one - valeur) <= pres) return true;
      return false;
    };
    if (known.some(near)) return true;
    while (known.length < left().length) {
      const found = new Set<number>();
      ramasser(left()[known.length]?.(), found, seen);
      known.push(found);
      if (near(found)) return true;
    }
    return false;
  };
}
