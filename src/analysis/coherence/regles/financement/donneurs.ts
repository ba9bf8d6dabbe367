/** Money whose origin is not told whole: a receipt of several booked to one, cash at the start that comes from nowhere. */
import { enumerer } from '../../../../texte/accords.js';
import { euros } from '../../../../texte/nombres.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { donneurs } from '../../../scenarios/financement/regles-aides.js';
import { tresorerieDe } from '../../../scenarios/financement/tresorerie.js';
import { hypothesesDe, seuilsDe } from '../../../scenarios/hypotheses.js';
import { cheminConvention } from '../../chemins.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const donneurOublie: RegleCoherence = {
  code: 'donneur-oublie',
  gravite: 'attention',
  titre: 'Une recette que plusieurs apportent est comptée à un seul.',
  explication:
    'Ceux qui apportent une recette sont son « financeur », ou les membres de son « groupe ». Un financeur dont la participation paie ses propres postes en entier (« taux: 1 », « assiette: [humain] », « assiette_porteurs ») ne paie pas ceux des autres employeurs de cette liste, et chaque organisme qui promet une part de la recette par une convention (« sens: recu », « financement ») en est. Sinon le premier financeur est faux, comme ce qui manquerait s’il se retirait.',
  exemple: '{ id: relais, groupe: [{ acteur: cc, part: 0.5 }, { acteur: ville, part: 0.5 }], … }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) => {
    const described = scenarioDecrit(study);
    return study.scenarios.flatMap(({ id, titre, financements }) =>
      financements.flatMap((source, i): Contradiction[] => {
        const given = donneurs(source).map((one) => one.acteur);
        // A share of the wages, or a subsidy, may well go to those of others.
        const whole = source.nature === 'participation' && source.taux === 1 && source.assiette?.includes('humain');
        const own = whole ? (source.assiette_porteurs ?? []) : [];
        const employers = given.some((one) => own.includes(one)) ? own.filter((one) => !given.includes(one)) : [];
        const promised = (id === described?.id ? (study.mode_operatoire?.conventions ?? []) : []).flatMap(
          (one, rank) =>
            one.sens === 'recu' && one.financement !== undefined && one.financement === source.id
              ? [{ acteur: one.partenaire, chemin: `${cheminConvention(one.id, rank)}/partenaire` }]
              : [],
        );
        const others = given.length === 0 ? [] : promised.filter((one) => !given.includes(one.acteur));
        const missing = [...new Set([...employers, ...others.map((one) => one.acteur)])];
        const raisons = [
          ...(employers.length > 0 ? [`les salaires de ${employers.length > 1 ? 'leurs' : 'ses'} agents y sont`] : []),
          ...(others.length > 0 ? ['une convention la promet'] : []),
        ];
        const path = `scenarios/${id}/financements/${source.id ?? i + 1}`;
        if (missing.length === 0) return [];
        return [
          {
            chemin: path,
            contre: [others[0]?.chemin ?? `${path}/assiette_porteurs`, ...others.slice(1).map(({ chemin }) => chemin)],
            message: `dans « ${titre} », « ${source.libelle ?? source.id ?? i + 1} » est comptée à ${enumerer(given.map(acteur))}, et ${enumerer(missing.map(acteur))} en ${missing.length > 1 ? 'apportent' : 'apporte'} une part : ${enumerer(raisons)}.`,
            issue: 'Dites la part de chacun.',
            saisie: 'C’est « groupe » du financement : « acteur » et « part » de chaque membre.',
          },
        ];
      }),
    );
  },
};

const tresorerieSansOrigine: RegleCoherence = {
  code: 'tresorerie-sans-origine',
  gravite: 'attention',
  titre: 'Un scénario ne tient que par une trésorerie de départ dont rien ne dit d’où elle vient.',
  explication:
    'La trésorerie de départ (« tresorerie_initiale » des hypothèses) est de l’argent que quelqu’un apporte. Quand un scénario passerait sans elle sous le solde que l’étude admet (« seuil_tresorerie »), son origine s’écrit (« motifs.tresorerie_initiale ») : les documents l’impriment à côté du solde.',
  exemple:
    'hypotheses:\n  tresorerie_initiale: 20000\n  motifs: { tresorerie_initiale: avance de la commune, votée le 12 mars }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, scenarios }) => {
    const { tresorerieInitiale: start } = hypothesesDe(study);
    const { tresorerie: limit } = seuilsDe(study);
    if (start <= 0 || study.criteres?.hypotheses?.motifs?.tresorerie_initiale !== undefined) return [];
    const found = scenarios().scenarios.flatMap(({ chiffrage: { scenario, modele, cles } }) => {
      // What a scenario has of its own says where it comes from.
      if (scenario.tresorerie_initiale !== undefined) return [];
      const { solde } = tresorerieDe(modele, cles).minimum;
      return depasse(solde, limit - 0.5) && depasse(limit, solde - start + 0.5) ? [{ scenario, solde }] : [];
    });
    const [first, ...others] = found;
    if (!first) return [];
    return [
      {
        chemin: 'criteres/hypotheses/tresorerie_initiale',
        contre: [
          `scenarios/${first.scenario.id}/financements`,
          ...others.map(({ scenario }) => `scenarios/${scenario.id}/financements`),
        ],
        message: `${enumerer(found.map(({ scenario }) => `« ${scenario.titre} »`))} ${found.length > 1 ? 'ne tiennent leur' : 'ne tient sa'} trésorerie que par ${euros(start)} de départ : sans eux, « ${first.scenario.titre} » descendrait à ${euros(first.solde - start)}, sous les ${euros(limit)} que l’étude admet ; rien ne dit d’où ils viennent.`,
        issue: 'Dites d’où vient cet argent.',
        saisie: 'C’est « motifs.tresorerie_initiale », dans les hypothèses de criteres.yaml.',
      },
    ];
  },
};

export const DONNEURS = [donneurOublie, tresorerieSansOrigine] as const;
