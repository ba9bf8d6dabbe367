/** Draft resolutions of a meeting, worded from the data: what can be put to the vote as it is. */
import { comiteEnPhrase } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import { enumerer, majuscule, minuscule } from '../../texte/accords.js';
import type { AnalyseScenarios } from '../scenarios/index.js';
import type { ReunionCopil } from './reunion.js';

export interface ProjetResolution {
  lettre: string;
  titre: string;
  texte: string;
}

const LETTRES = 'ABCDEFGH';
const lettrer = (list: readonly Omit<ProjetResolution, 'lettre'>[]): ProjetResolution[] =>
  list.map((one, i) => ({ lettre: LETTRES[i] ?? String(i + 1), ...one }));

const sansPoint = (text: string): string => text.replace(/\s*\.\s*$/, '');

/** What a scenario depends on, as its own sheet says it: conditions of law not met, then its heaviest risk. */
function conditionsDe(scenarios: AnalyseScenarios, index: number): string[] {
  const scenario = scenarios.scenarios[index]?.chiffrage.scenario;
  if (!scenario) return [];
  const law = (scenario.conditions_juridiques ?? [])
    .filter(({ etat }) => etat !== 'remplie')
    .map(({ libelle }) => minuscule(sansPoint(libelle)));
  const [heaviest] = [...(scenario.risques ?? [])].sort(
    (a, b) => b.probabilite * b.gravite - a.probabilite * a.gravite,
  );
  return [...law, ...(heaviest?.parade ? [minuscule(sansPoint(heaviest.parade))] : [])].slice(0, 3);
}

function choix(comite: string, pronom: string, scenarios: AnalyseScenarios): ProjetResolution[] {
  const order = scenarios.evaluation?.ranks ?? scenarios.scenarios.map((_, i) => i + 1);
  const ranked = scenarios.scenarios
    .map(({ chiffrage }, index) => ({ titre: chiffrage.scenario.titre, index, rang: order[index] ?? index + 1 }))
    .sort((a, b) => a.rang - b.rang || a.index - b.index)
    .slice(0, 2);
  return lettrer([
    ...ranked.map(({ titre, index }) => {
      const conditions = conditionsDe(scenarios, index);
      return {
        titre: `Retenir « ${titre} »`,
        texte: `${comite} retient « ${titre} »${conditions.length > 0 ? `, à condition de ${conditions.length > 1 ? 'satisfaire à ce qui suit' : 'satisfaire à une condition'} : ${conditions.join(' ; ')}` : ''}. ${pronom} demande que son mode opératoire lui soit présenté.`,
      };
    }),
    {
      titre: 'Demander un ajustement',
      texte: `${comite} demande que les scénarios soient repris, en gardant de chacun ce que la séance a retenu, et se prononcera à sa prochaine réunion.`,
    },
  ]);
}

const validation = (comite: string, pronom: string, objet: string): ProjetResolution[] =>
  lettrer([
    { titre: 'Valider en l’état', texte: `${comite} valide ${objet}.` },
    {
      titre: 'Valider avec des réserves',
      texte: `${comite} valide ${objet} sous les réserves énoncées en séance, dont ${minuscule(pronom)} demandera compte à sa prochaine réunion.`,
    },
    {
      titre: 'Ajourner',
      texte: `${comite} demande les compléments énoncés en séance et se prononcera à sa prochaine réunion.`,
    },
  ]);

/** Resolutions for the deliverables on which the meeting decides; the first that asks for a choice comes first. */
export function resolutionsDe(
  study: Study,
  reunion: ReunionCopil,
  scenarios: AnalyseScenarios | null,
): ProjetResolution[] {
  const comite = majuscule(comiteEnPhrase(study));
  const pronom = /^la /i.test(comite) ? 'Elle' : 'Il';
  const asked = reunion.ordre_du_jour.filter(({ decision_attendue: d }) => d !== undefined);
  const livrables = [...new Set(asked.flatMap(({ livrable }) => livrable ?? []))];
  const titre = (id: string): string => study.etude.livrables?.find((l) => l.id === id)?.titre ?? id;
  if (livrables.includes('scenarios') && scenarios && scenarios.scenarios.length > 1)
    return choix(comite, pronom, scenarios);
  if (livrables.includes('bilan'))
    return lettrer([
      {
        titre: 'Prolonger',
        texte: `${comite} valide le bilan et propose de prolonger le dispositif, en tenant compte de ses recommandations.`,
      },
      {
        titre: 'Étendre',
        texte: `${comite} valide le bilan et propose d’étendre le dispositif, une fois ses conditions chiffrées.`,
      },
      {
        titre: 'Arrêter',
        texte: `${comite} valide le bilan et propose d’arrêter le dispositif ; il demande comment les projets en cours seront suivis.`,
      },
    ]);
  if (livrables.length === 0) return [];
  return validation(comite, pronom, enumerer(livrables.map((id) => `« ${titre(id)} »`)));
}
