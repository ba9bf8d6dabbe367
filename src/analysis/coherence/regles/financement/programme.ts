/** Aids against the rules that give them: until when they hold, which posts they admit. */
import type { Reference, Scenario } from '../../../../study/types.gen.js';
import { accord, compte, enumerer, minuscule } from '../../../../texte/accords.js';
import { leJour, moisAbsolu, moisEcrit } from '../../../../texte/dates.js';
import { euros, nombreFr } from '../../../../texte/nombres.js';
import { finConnue } from '../../../references.js';
import type { Chiffrage } from '../../../scenarios/chiffrage.js';
import { recettesAvec } from '../../../scenarios/chiffrage-eprouve.js';
import { nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import { surLaDuree } from '../../../scenarios/viabilite/motifs.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Euros that a source brings in the years costed after the month in which its rule ends. */
function aideApres({ scenario, ...chiffrage }: Chiffrage, { id }: Financement, end: string): number {
  const { financements } = scenario;
  const closed = financements.map((one) => (one.id === id ? { ...one, cloture: end } : one));
  const all = { scenario, ...chiffrage };
  return Math.round(recettesAvec(all, financements) - recettesAvec(all, closed));
}

/** Over how many months that is, and the ceiling that leaves no more than it, where the aid of a year after the end reaches it. */
function surCesMois(
  { scenario, recettes }: Chiffrage,
  { id, plafond, plafond_par: par = 'annee' }: Financement,
  months: number,
): string {
  const own = recettes[scenario.financements.findIndex((one) => one.id === id)] ?? [];
  const after = Math.ceil(months / 12);
  const full = plafond !== undefined && par === 'annee' && own.slice(-after).some((euros) => euros >= plafond - 0.5);
  return `${compte(months, 'mois', 'mois')}${full ? `, ce que laisse le plafond de ${euros(plafond)} par an` : ''}`;
}

/** Whether a rule is written for a year and follows another such, or is followed by one: its end is that of a scale, which the next one takes up, and not that of the aid. */
function estRenouveleeChaqueAnnee(rule: Reference, references: readonly Reference[]): boolean {
  const yearly = ({ applicable_du: from, applicable_au: to }: Reference): boolean =>
    from !== undefined && to !== undefined && moisAbsolu(to) - moisAbsolu(from) < 12;
  const follows = (later: Reference, earlier: Reference): boolean =>
    later.remplace === earlier.id &&
    [later, earlier].every(yearly) &&
    moisAbsolu(later.applicable_du ?? '') - moisAbsolu(earlier.applicable_au ?? '') <= 1;
  return references.some((other) => follows(rule, other) || follows(other, rule));
}

/** The last month of the years costed, `AAAA-MM`, from the month of the start. */
const dernierMois = (demarrage: string, annees: number): string => moisEcrit(moisAbsolu(demarrage) + annees * 12 - 1);

export const aideApresSaRegle: RegleCoherence = {
  code: 'aide-apres-sa-regle',
  gravite: 'attention',
  titre: 'Une aide est comptée au-delà de la fin connue de la règle qui la donne.',
  explication:
    'Une règle d’aide tient jusqu’à une date ; un scénario qui dure plus longtemps compte sur une aide que rien n’assure ensuite. La fin est celle que l’on connaît à la date de l’étude : « fin_annoncee » jusqu’à la prolongation, « applicable_au » sans elle. Une source qui dit sa clôture (« cloture ») n’est comptée que jusque-là, et ne contredit rien. Un barème annuel, écrit pour douze mois au plus et qui en remplace un autre (« remplace ») ou que le suivant remplace, n’est pas la fin de l’aide.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, scenarios, nomSeul }) =>
    scenarios().scenarios.flatMap(({ chiffrage }) => {
      const { scenario, annees } = chiffrage;
      const { demarrage } = scenario;
      if (demarrage === undefined || demarrage.length < 7) return [];
      return scenario.financements.flatMap((source): Contradiction[] => {
        const { id, reference, cloture, annees: paid } = source;
        const last = dernierMois(demarrage, paid ? Math.min(annees, Math.max(...paid)) : annees);
        const rule = study.references.find((one) => one.id === reference);
        // Written without the end first announced, the end is told too: what is written of an aid that closes is known.
        const end = rule && (finConnue(rule, study.etude.date) ?? (rule.fin_annoncee ? undefined : rule.applicable_au));
        if (!rule || cloture !== undefined || end === undefined || end >= last) return [];
        if (estRenouveleeChaqueAnnee(rule, study.references)) return [];
        const apres = aideApres(chiffrage, source, end);
        return [
          {
            chemin: `scenarios/${scenario.id}/financements/${id}`,
            contre: [`references/${rule.id}`],
            message: `« ${scenario.titre} » compte « ${nomDeLaSource(source, nomSeul)} » jusqu’en ${leJour(last).replace(/^en /, '')}, et la règle « ${rule.titre} » ne tient que jusqu’à sa fin connue, ${leJour(end)}${apres > 0 ? ` : ${euros(apres)} sont comptés après (${surCesMois(chiffrage, source, moisAbsolu(last) - moisAbsolu(end))})` : ''}.`,
            issue: 'Ne comptez l’aide que jusqu’à la fin de la règle, ou faites confirmer ce qui reste payé ensuite.',
            saisie: 'Dites-la dans « cloture », ou écartez la règle avec sa raison (« regles_ecartees »).',
          },
        ];
      });
    }),
};

type Financement = Scenario['financements'][number];
type Poste = Scenario['moyens']['humains'][number];

/** Posts that a source pays at a rate: those of the bearers that it covers, but those that it leaves out. */
const postesAides = (
  { porteur: bearer, moyens }: Scenario,
  { taux, assiette, assiette_porteurs: covered = [bearer], lignes_exclues: out = [] }: Financement,
): Poste[] =>
  taux !== undefined && assiette?.includes('humain')
    ? moyens.humains.filter(({ id, porteur, etp }) => etp > 0 && covered.includes(porteur) && !out.includes(id))
    : [];

/** Euros of aid, over the years costed, that would go with the posts that the rule does not admit; none where a ceiling is reached without them. */
function aideQuiEnDepend(chiffrage: Chiffrage, { id }: Financement, least: number): number {
  const { financements } = chiffrage.scenario;
  const admis = financements.map((one) => (one.id === id ? { ...one, part_poste_minimale: least } : one));
  return Math.round(recettesAvec(chiffrage, financements) - recettesAvec(chiffrage, admis));
}

export const posteSousLaQuotite: RegleCoherence = {
  code: 'poste-sous-la-quotite',
  gravite: 'attention',
  titre: 'Une aide compte un poste plus court que la quotité que sa règle demande.',
  explication:
    'Une règle d’aide peut n’admettre un poste qu’à partir d’une quotité (« part_poste_minimale » de la référence, de 0 à 1). Les postes que la source paie s’y comparent : ceux du porteur, ou d’« assiette_porteurs ». La règle est celle que la source cite (« reference », « regles »). Une source qui donne elle-même « part_poste_minimale » n’en paie pas de plus courts, une ligne exclue n’est pas payée, une aide qui atteint son plafond sans eux n’en dépend pas : rien n’est alors signalé.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, scenarios, nomSeul }) =>
    study.scenarios.flatMap((scenario) =>
      scenario.financements.flatMap((source): Contradiction[] => {
        if (source.part_poste_minimale !== undefined) return [];
        const cited = [source.reference, ...(source.regles ?? [])];
        return study.references.flatMap((rule): Contradiction[] => {
          const least = rule.part_poste_minimale;
          if (least === undefined || !cited.includes(rule.id)) return [];
          const short = postesAides(scenario, source).filter(({ etp }) => etp < least);
          const [first, ...others] = short.map(({ id }) => `scenarios/${scenario.id}/moyens/humains/${id}`);
          const chiffrage = scenarios().scenarios.find((one) => one.chiffrage.scenario.id === scenario.id)?.chiffrage;
          if (first === undefined || !chiffrage) return [];
          const aid = aideQuiEnDepend(chiffrage, source, least);
          if (aid <= 0) return [];
          const posts = enumerer(short.map(({ profil, etp }) => `« ${minuscule(profil)} » (${nombreFr(etp)} ETP)`));
          return [
            {
              chemin: first,
              contre: [`references/${rule.id}`, ...others],
              message: `dans « ${scenario.titre} », « ${nomDeLaSource(source, nomSeul)} » compte ${posts}, ${accord(short.length, 'poste plus court', 'postes plus courts')} que les ${nombreFr(least)} ETP de la règle « ${rule.titre} » : ${euros(aid)} d’aide ${surLaDuree(chiffrage.annees)}, frais de structure non compris, en dépendent.`,
              issue:
                'Faites confirmer par le financeur que ce temps partiel est admis, allongez-le, ou sortez-le de l’assiette.',
              saisie: 'L’aide qui ne l’admet pas le dit par « part_poste_minimale », ou par « lignes_exclues ».',
            },
          ];
        });
      }),
    ),
};

export const PROGRAMME = [aideApresSaRegle, posteSousLaQuotite] as const;
