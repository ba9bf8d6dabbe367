/** Who has no legal personality, against what only a legal person does: to employ, to buy, to be bound by a convention. */
import type { Acteur } from '../../../../study/types.gen.js';
import { enumerer } from '../../../../texte/accords.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** A group of people and a body of others sign nothing; a network may be an association, which its type does not tell. */
const SANS: Readonly<Partial<Record<Acteur['type'], string>>> = {
  collectif: 'un collectif',
  instance: 'une instance',
};

/** Paths of what each actor does in a list, with what it does. */
interface Fait {
  acteur: string | undefined;
  chemin: string;
  dit: string;
}

export const sansPersonnalite: RegleCoherence = {
  code: 'sans-personnalite',
  gravite: 'attention',
  titre: 'Un organisme sans personnalité morale emploie, achète ou signe.',
  explication:
    'Un collectif ou une instance (« type » de l’acteur) n’a pas de personnalité morale : il n’emploie pas (« moyens.humains.porteur », bénévoles à part), n’achète ni ne paie (« moyens.materiels.porteur », « moyens.fonctionnement.porteur »), et aucune convention ne l’engage (« conventions.partenaire »). Celui que le scénario porte et qui devient une personne morale (« nouvelle_entite: true ») n’est pas concerné.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) => {
    const sans = new Map(study.acteurs.flatMap(({ id, type }) => (SANS[type] ? [[id, SANS[type]] as const] : [])));
    if (sans.size === 0) return [];
    const told = (facts: readonly Fait[], dans: string): Contradiction[] =>
      [...sans].flatMap(([id, genre]): Contradiction[] => {
        const own = facts.filter((one) => one.acteur === id);
        const [first] = own;
        if (!first) return [];
        return [
          {
            chemin: first.chemin,
            contre: [`acteurs/${id}/type`, ...own.slice(1).map(({ chemin }) => chemin)],
            message: `${dans}, ${acteur(id)}, ${genre}, ${enumerer([...new Set(own.map(({ dit }) => dit))])}, et n’a pas de personnalité morale pour cela.`,
            issue: 'Confiez-le à une personne morale, ou corrigez la nature de l’organisme.',
          },
        ];
      });
    const described = scenarioDecrit(study);
    return [
      ...study.scenarios.flatMap(({ id, titre, porteur, nouvelle_entite: created, moyens }) => {
        const at = `scenarios/${id}/moyens`;
        const facts: Fait[] = [
          ...moyens.humains.flatMap(({ id: post, porteur: employer, etp, categorie }) =>
            etp > 0 && categorie !== 'benevole'
              ? [{ acteur: employer, chemin: `${at}/humains/${post}/porteur`, dit: 'emploie' }]
              : [],
          ),
          ...(moyens.materiels ?? []).map((one) => ({
            acteur: one.porteur,
            chemin: `${at}/materiels/${one.id}/porteur`,
            dit: 'achète',
          })),
          ...(moyens.fonctionnement ?? []).map((one) => ({
            acteur: one.porteur,
            chemin: `${at}/fonctionnement/${one.id}/porteur`,
            dit: 'paie',
          })),
        ];
        return told(
          facts.filter((one) => !(created && one.acteur === porteur)),
          `dans « ${titre} »`,
        );
      }),
      ...told(
        (study.mode_operatoire?.conventions ?? []).map(({ id, partenaire }, i) => ({
          acteur: partenaire,
          chemin: `mode_operatoire/conventions/${id ?? i + 1}/partenaire`,
          dit: 'signe une convention',
        })),
        described ? `dans le mode opératoire de « ${described.titre} »` : 'dans le mode opératoire',
      ),
    ];
  },
};

export const SANS_PERSONNALITE = [sansPersonnalite] as const;
