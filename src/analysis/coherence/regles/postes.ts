/** A post against what is written of it: its category, and the quota that a deliberation or its sheet gives it. */
import type { Study } from '../../../study/study.js';
import { enumerer } from '../../../texte/accords.js';
import { nombreFr, pourcent } from '../../../texte/nombres.js';
import { scenarioDecrit } from '../../scenarios/decrit.js';
import { depasse } from '../quantites.js';
import type { Contradiction, RegleCoherence } from '../regle.js';

/** The categories that a text names: « catégorie A », « catégories A et B ». */
const categoriesDe = (text: string | undefined): string[] =>
  [
    ...(text ?? '').matchAll(
      /catégories?\s(([ABC])(?![\p{L}])(?:\s?(?:,|\/|et|ou|à|-)\s?(?:catégorie\s)?([ABC])(?![\p{L}]))*)/gu,
    ),
  ].flatMap(([, named = '']) => [...named.replaceAll('catégorie', '').matchAll(/[ABC]/g)].map(([one]) => one));

export const categorieDifferente: RegleCoherence = {
  code: 'categorie-differente',
  gravite: 'attention',
  titre: 'Un poste est d’une catégorie, et son coût ou sa fiche d’une autre.',
  explication:
    'La catégorie d’un poste (« categorie ») est celle que nomme la référence de son coût (« reference »), et celle que nomme le cadre d’emploi de sa fiche (« cadre_emploi ») : « catégorie A », « catégorie B », « catégorie C ». Un texte qui n’en nomme aucune n’est pas comparé.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) => {
    const described = scenarioDecrit(study);
    return study.scenarios.flatMap((scenario) =>
      scenario.moyens.humains.flatMap(({ id, profil, categorie, reference }): Contradiction[] => {
        if (categorie === undefined || !/^[ABC]$/.test(categorie)) return [];
        const rule = study.references.find((one) => one.id === reference);
        const sheets = scenario === described ? (study.mode_operatoire?.fiches_de_poste ?? []) : [];
        const written = [
          ...(rule ? [{ chemin: `references/${rule.id}/titre`, text: rule.titre, dit: `« ${rule.titre} »` }] : []),
          ...sheets.flatMap(({ poste, cadre_emploi: text }, i) =>
            poste === id && text !== undefined
              ? [{ chemin: `mode_operatoire/fiches_de_poste/${i + 1}/cadre_emploi`, text, dit: 'sa fiche de poste' }]
              : [],
          ),
        ];
        return written.flatMap(({ chemin, text, dit }): Contradiction[] => {
          const named = categoriesDe(text);
          if (named.length === 0 || named.includes(categorie)) return [];
          return [
            {
              chemin: `scenarios/${scenario.id}/moyens/humains/${id}/categorie`,
              contre: [chemin],
              message: `dans « ${scenario.titre} », « ${profil} » est de catégorie ${categorie} ; ${dit} parle de la catégorie ${enumerer(named)}.`,
              issue: 'Corrigez la catégorie du poste, ou ce qui la contredit.',
            },
          ];
        });
      }),
    );
  },
};

/** The quotas that a text gives to a post: « créé, à 80 % », « quotité de 80 % ». */
const quotitesDe = (text: string): number[] =>
  [
    ...text.matchAll(
      /(?:créée?s?(?:(?!financ|aid|subvention|pris|rembours|payé|compens)[^.;]){0,40}?,? à|quotité (?:de|à)|temps (?:partiel|non complet) (?:de|à)) (\d{1,3})\s?%(?! (?:par|de (?:la dépense|l’aide|son coût)))/g,
    ),
  ].map(([, share]) => Number(share) / 100);

/** Sentences that decide of a post, with their path. */
function phrasesDuPoste({ mode_operatoire: mode, reunions }: Study): { chemin: string; text: string; dit: string }[] {
  return [
    ...(mode?.deliberation?.articles ?? []).map((text, i) => ({
      chemin: `mode_operatoire/deliberation/articles/${i + 1}`,
      text,
      dit: 'le projet de délibération',
    })),
    ...reunions
      .filter(({ etat }) => etat === 'tenue')
      .flatMap(({ id, decisions = [] }) =>
        decisions.map(({ texte: text }, i) => ({
          chemin: `reunions/${id}/decisions/${i + 1}/texte`,
          text,
          dit: 'une décision prise',
        })),
      ),
  ].filter(({ text }) => /\b(emploi|poste)s?\b/i.test(text));
}

export const quotiteEcrite: RegleCoherence = {
  code: 'quotite-ecrite',
  gravite: 'attention',
  titre: 'Un poste est créé à une quotité que le budget ne paie pas.',
  explication:
    'La délibération (« deliberation.articles ») et les décisions qui créent un emploi en écrivent la quotité (« à 80 % », « quotité de 80 % ») : c’est celle d’un poste du scénario décrit (« etp »), ou de tous ensemble. Un emploi ne se pourvoit qu’à la quotité créée, et ne se paie qu’à celle du budget.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    const posts = scenario?.moyens.humains ?? [];
    if (!scenario || posts.length === 0) return [];
    const known = [...posts.map(({ etp }) => etp), posts.reduce((sum, { etp }) => sum + etp, 0)];
    return phrasesDuPoste(study).flatMap(({ chemin, text, dit }): Contradiction[] => {
      const other = quotitesDe(text).find((share) => known.every((etp) => depasse(Math.abs(etp - share), 0.005)));
      if (other === undefined) return [];
      return [
        {
          chemin,
          contre: [`scenarios/${scenario.id}/moyens/humains`],
          message: `${dit} crée un emploi à ${pourcent(other)} ; « ${scenario.titre} » paie ${enumerer(posts.map(({ profil, etp }) => `${nombreFr(etp)} ETP (« ${profil} »)`))}.`,
          issue: 'Accordez la délibération et le budget.',
        },
      ];
    });
  },
};

export const POSTES = [categorieDifferente, quotiteEcrite] as const;
