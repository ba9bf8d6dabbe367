/** Whole studies drawn at random, as files: none, one or many of everything, names that are long or hostile, days at the edge of months. */
import fc from 'fast-check';
import type { StudyFiles } from '../../scripts/fuzz/files.js';
import { COLLECTIONS } from '../../src/study/collections.js';
import type { Study } from '../../src/study/study.js';
import type { Scenario } from '../../src/study/types.gen.js';
import { etudeAleatoire, mot } from '../analysis/random-scenarios.js';
import { scenario } from '../analysis/small-scenario.js';
import { acteur, action, besoin, experience, outil } from '../analysis/small-study.js';

const size = fc.constantFrom(0, 1, 2, 25);
const nom = fc.oneof(
  mot,
  fc.constantFrom(
    'Communauté de communes des Hauts Plateaux et des Vallées du Nord',
    'É',
    '中国 ★ 😀',
    'A & <B> | {{titre}} *c*',
    '10 000 toits',
  ),
);
const jour = fc.constantFrom('2016-02-29', '2017-12-31', '2018-02-15', '2018-02-28', '1998');
const vocabulaire = (ids: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...ids], { minLength: 1 });

/** `one` as many times as a size says, each with a name of its own. */
const many = <T>(one: (index: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  size.chain((length) => fc.tuple(...Array.from({ length }, (_, index) => one(index))));

const domaines = vocabulaire(['eau', 'air']);
const fonctions = vocabulaire(['conseiller', 'former']);
const publics = vocabulaire(['ecoles', 'familles']);
const note = fc.integer({ min: 1, max: 5 });

const inventaires = fc.record({
  titre: nom,
  acteurs: many((i) =>
    fc
      .record({ nom, domaines, fonctions, publics, interet: note, influence: note })
      .map((rest) => acteur(`acteur-${i}`, { ...rest, nom: `${rest.nom} ${i}` })),
  ),
  besoins: many((i) =>
    fc
      .record({ libelle: nom, public: fc.constantFrom('ecoles', 'familles'), domaines, fonctions, importance: note })
      .map((rest) => besoin(`besoin-${i}`, { ...rest, libelle: `${rest.libelle} ${i}`, fiabilite: 'illustratif' })),
  ),
  actions: many((i) =>
    fc
      .record({ titre: nom, debut: jour, domaines, publics })
      .map((rest) => action(`action-${i}`, { ...rest, titre: `${rest.titre} ${i}` })),
  ),
  experiences: many((i) =>
    fc
      .record({ nom, retenue: fc.boolean() })
      .map((rest) => experience(`experience-${i}`, { ...rest, nom: `${rest.nom} ${i}` })),
  ),
  outils: many((i) =>
    fc.record({ nom, domaines }).map((rest) => outil(`outil-${i}`, { ...rest, nom: `${rest.nom} ${i}` })),
  ),
});

/** The lists that a scenario must not leave empty, a line for each partner, and what a share of expenses must say. */
function legal(one: Scenario): Scenario {
  const usual = scenario(one.id);
  const filled = <T>(list: T[], other: T[]): T[] => (list.length > 0 ? list : other);
  const financements = one.financements.map((source) =>
    source.taux === undefined || source.assiette?.length ? source : { ...source, assiette: ['humain' as const] },
  );
  return {
    ...one,
    modalites: filled(one.modalites, usual.modalites),
    partenaires: [...new Map(one.partenaires.map((partner) => [partner.acteur, partner])).values()],
    moyens: { ...one.moyens, humains: filled(one.moyens.humains, usual.moyens.humains) },
    financements: filled(financements, usual.financements),
  };
}

function filesOf(study: Study): StudyFiles {
  return new Map(
    COLLECTIONS.flatMap(({ nom: name, cle }): [string, string][] => {
      const value = study[cle];
      const nothing = value === null || (Array.isArray(value) && value.length === 0);
      // JSON is YAML.
      return nothing ? [] : [[`${name}.yaml`, `${JSON.stringify(value, null, 1)}\n`]];
    }),
  );
}

export const fichiersAleatoires: fc.Arbitrary<StudyFiles> = fc
  .record({ study: etudeAleatoire, inventaires, scenarios: fc.constantFrom(0, 1, 2) })
  .map(({ study, inventaires: { titre, ...lists }, scenarios }) =>
    filesOf({
      ...study,
      ...lists,
      acteurs: [...study.acteurs, ...lists.acteurs],
      etude: { ...study.etude, titre, schema_version: 2 },
      scenarios: study.scenarios.slice(0, scenarios).map(legal),
      criteres: study.criteres && {
        ...study.criteres,
        evaluateurs: [
          { id: 'e', libelle: 'Élue' },
          { id: 'f', libelle: 'Agent' },
        ],
        criteres: study.criteres.criteres.map((one) => {
          const notes = Object.entries(one.mesure?.notes ?? {}).slice(0, scenarios);
          return one.mesure?.notes ? { ...one, mesure: { notes: Object.fromEntries(notes) } } : one;
        }),
      },
    }),
  );
