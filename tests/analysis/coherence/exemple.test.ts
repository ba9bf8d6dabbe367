/** Twenty contradictions put one by one into a copy of the example study: each is told, at the place where it was put. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { type Constat, contradictionsDe, reserves } from '../../../src/analysis/coherence/index.js';
import { REGLES_COHERENCE } from '../../../src/analysis/coherence/regles/index.js';
import { connuAu } from '../../../src/analysis/contexte.js';
import { dateDeRemise } from '../../../src/analysis/etat/livrable.js';
import { restrict } from '../../../src/build/inputs/fingerprint.js';
import { isDeliverable, loadDeliverable } from '../../../src/documents/registry.js';
import { collectionNamed } from '../../../src/study/collections.js';
import { type LoadedStudy, loadStudy } from '../../../src/study/load.js';
import { SHAPES } from '../../../src/study/shapes.gen.js';
import type { Study } from '../../../src/study/study.js';
import { parseYaml } from '../../../src/study/yaml/parse.js';
import { root } from '../../support/cli.js';

const SCENARIO = 'scenarios/reseau-anime';

interface Semis {
  regle: string;
  /** File, without extension, where it is put. */
  dans: string;
  /** Changes the file so that it contradicts another; answers the path that is to be told. */
  semer(doc: Document, exemple: Exemple): string;
}

interface Exemple {
  /** Id of the bearer of the scenario, and of a partner other than the bearer. */
  porteur: string;
  partenaire: string;
}

const rankOf = (doc: Document, path: readonly (string | number)[], key: string, value: string): number => {
  const list = doc.getIn(path);
  const rank = isSeq(list) ? list.items.findIndex((item) => isMap(item) && item.get(key) === value) : -1;
  if (rank < 0) throw new Error(`no ${key}: ${value} at ${path.join('/')}`);
  return rank;
};

const pushTo = (doc: Document, path: readonly string[], value: unknown): number => {
  const before = doc.getIn(path);
  const length = isSeq(before) ? before.items.length : 0;
  doc.setIn([...path, length], doc.createNode(value, { flow: true }));
  return length + 1;
};

const SEMIS: readonly Semis[] = [
  {
    regle: 'personne-en-double',
    dans: SCENARIO,
    semer: (doc, { partenaire }) => {
      const rank = pushTo(doc, ['partenaires'], { acteur: partenaire, role: 'operateur', jours_an: 30 });
      pushTo(doc, ['moyens', 'humains'], {
        id: 'seme',
        profil: 'Chargé de mission',
        porteur: partenaire,
        etp: 0.3,
        cout_annuel: 40000,
      });
      return `${SCENARIO}/partenaires/${rank}`;
    },
  },
  {
    regle: 'role-sans-partenaire',
    dans: SCENARIO,
    semer: (doc) => `${SCENARIO}/roles/${pushTo(doc, ['roles'], { fonction: 'capitaliser', acteurs: ['ademe'] })}`,
  },
  {
    regle: 'partenaire-sans-role',
    dans: SCENARIO,
    semer: (doc) =>
      `${SCENARIO}/partenaires/${pushTo(doc, ['partenaires'], { acteur: 'ademe', role: 'operateur', jours_an: 4 })}`,
  },
  {
    regle: 'engagement-contredit',
    dans: SCENARIO,
    semer: (doc) => {
      const rank = pushTo(doc, ['partenaires'], { acteur: 'ademe', role: 'operateur', engagement: 'engage' });
      return `${SCENARIO}/partenaires/${rank}/engagement`;
    },
  },
  {
    regle: 'essentiel-hors-priorites',
    dans: SCENARIO,
    semer: (doc) => {
      doc.setIn(['domaines_prioritaires'], doc.createNode(['biodiversite']));
      const rank = pushTo(doc, ['partenaires'], {
        acteur: 'ademe',
        role: 'operateur',
        essentiel: true,
        domaines: ['dechets'],
      });
      return `${SCENARIO}/partenaires/${rank}/essentiel`;
    },
  },
  {
    regle: 'jours-mal-repartis',
    dans: SCENARIO,
    semer: (doc) => {
      doc.setIn(['moyens', 'humains', 0, 'etp'], 6);
      doc.setIn(['modalites', 1, 'part_partenaires'], 1);
      doc.setIn(['modalites', 1, 'volume_annuel'], 200);
      return `${SCENARIO}/modalites`;
    },
  },
  {
    regle: 'jours-des-outils-ignores',
    dans: SCENARIO,
    semer: (doc) => {
      doc.setIn(['outils', 0, 'quantite'], 90);
      return `${SCENARIO}/outils`;
    },
  },
  {
    regle: 'prix-du-jour-different',
    dans: SCENARIO,
    semer: (doc) => {
      const rank = rankOf(doc, ['moyens', 'fonctionnement'], 'nature', 'prestation');
      doc.setIn(['moyens', 'fonctionnement', rank, 'cout_annuel'], 900000);
      return `${SCENARIO}/moyens/fonctionnement`;
    },
  },
  {
    regle: 'duree-differente',
    dans: SCENARIO,
    semer: (doc) => {
      doc.setIn(['duree_annees'], 7);
      return `${SCENARIO}/duree_annees`;
    },
  },
  {
    regle: 'porteur-financeur',
    dans: SCENARIO,
    semer: (doc, { porteur }) => {
      pushTo(doc, ['financements'], {
        id: 'seme',
        financeur: porteur,
        nature: 'participation',
        montant: 1000,
        statut: 'acquis',
        probabilite: 1,
      });
      return `${SCENARIO}/financements/seme`;
    },
  },
  {
    regle: 'priorites-non-suivies',
    dans: SCENARIO,
    semer: (doc) => {
      doc.setIn(['domaines_prioritaires'], doc.createNode(['dechets']));
      return `${SCENARIO}/domaines_prioritaires`;
    },
  },
  {
    regle: 'perimetre-en-double',
    dans: 'territoire',
    semer: (doc) => {
      const list = doc.getIn(['perimetres']);
      const first = isSeq(list) && isMap(list.items[0]) ? (list.items[0].toJSON() as object) : {};
      pushTo(doc, ['perimetres'], { ...first, id: 'seme', libelle: 'Un autre nom' });
      return 'territoire/perimetres/seme';
    },
  },
  {
    regle: 'perimetre-different',
    dans: 'mode-operatoire',
    semer: (doc) => {
      doc.setIn(['perimetre'], doc.getIn(['perimetre']) === 'parc' ? 'leader' : 'parc');
      return 'mode_operatoire/perimetre';
    },
  },
  {
    regle: 'echelle-hors-mesure',
    dans: 'criteres',
    semer: (doc) => {
      const rank = rankOf(doc, ['criteres'], 'id', 'cout-annuel');
      doc.setIn(['criteres', rank, 'echelle', 'max'], 61);
      doc.setIn(['criteres', rank, 'echelle', 'min'], 60);
      return 'criteres/criteres/cout-annuel/echelle';
    },
  },
  {
    regle: 'note-hors-echelle',
    dans: 'criteres',
    semer: (doc) => {
      const rank = rankOf(doc, ['criteres'], 'id', 'proximite');
      doc.setIn(['criteres', rank, 'mesure', 'notes', 'reseau-anime', 0, 'note'], 15);
      return 'criteres/criteres/proximite/mesure/notes/reseau-anime/1/note';
    },
  },
  {
    regle: 'test-sans-effet',
    dans: 'criteres',
    semer: (doc) => {
      doc.setIn(['viabilite', 'seuil_dependance'], 0.01);
      return 'criteres/viabilite/seuil_dependance';
    },
  },
  {
    regle: 'reserve-sans-suite',
    dans: 'reunions',
    semer: (doc) => {
      const rank = rankOf(doc, [], 'id', 'copil-mode-operatoire');
      doc.setIn([rank, 'decisions', 0, 'reserves'], doc.createNode(['Ouvrir une annexe sur la lune']));
      return 'reunions/copil-mode-operatoire/decisions/1/reserves/1';
    },
  },
  {
    regle: 'reunion-d-un-autre-type',
    dans: 'contrat',
    semer: (doc) => {
      const rank = rankOf(doc, ['exigences'], 'id', 'copil-diagnostic');
      doc.setIn(['exigences', rank, 'reunion', 'type'], 'cadrage');
      return 'contrat/exigences/copil-diagnostic/reunion/type';
    },
  },
  {
    regle: 'entite-non-conforme',
    dans: SCENARIO,
    semer: (doc) => {
      doc.setIn(['nouvelle_entite'], true);
      return `${SCENARIO}/nouvelle_entite`;
    },
  },
  {
    regle: 'forme-contredit-entite',
    dans: SCENARIO,
    semer: (doc) => {
      doc.setIn(['forme_juridique'], 'gip');
      return `${SCENARIO}/nouvelle_entite`;
    },
  },
  {
    regle: 'lancement-inconnu',
    dans: 'reunions',
    semer: (doc) => {
      const rank = rankOf(doc, [], 'id', 'copil-mode-operatoire');
      doc.setIn([rank, 'decisions', 0, 'lance'], 'Lot imaginaire');
      return 'reunions/copil-mode-operatoire/decisions/1/lance';
    },
  },
  {
    regle: 'conventions-hors-budget',
    dans: 'mode-operatoire',
    semer: (doc) => {
      const list = doc.getIn(['conventions']);
      const rank = isSeq(list) ? list.items.findIndex((item) => isMap(item) && item.has('ligne')) : -1;
      doc.setIn(['conventions', rank, 'montant'], 77777);
      return 'mode_operatoire/conventions/';
    },
  },
  {
    regle: 'base-de-convention',
    dans: 'references',
    semer: (doc) => {
      for (const item of isSeq(doc.contents) ? doc.contents.items : [])
        if (isMap(item)) item.set('concerne', doc.createNode(['exploitation']));
      return 'mode_operatoire/conventions/';
    },
  },
  {
    regle: 'delai-intenable',
    dans: 'mode-operatoire',
    semer: (doc) => {
      doc.setIn(['delais_promis', 0, 'jours'], 0);
      return 'mode_operatoire/delais_promis/1/jours';
    },
  },
];

/** The example, loaded once; each seed is put into the text of one file, and the study is made again with it. */
let loaded: LoadedStudy;
let exemple: Exemple;
let intact: Study;
beforeAll(async () => {
  loaded = await loadStudy(join(root, 'data'));
  const porteur = loaded.study?.scenarios.find(({ id }) => id === 'reseau-anime')?.porteur;
  const partenaire = loaded.study?.acteurs.find(({ id }) => id === 'ademe')?.id;
  if (!loaded.study || !porteur || !partenaire) throw new Error('the example has changed');
  exemple = { porteur, partenaire };
  intact = loaded.study;
});

/** The study once the text of a file is changed; the texts of the other files are those of the example. */
function change(study: Study, name: string, by: (doc: Document) => void): Study {
  const [, text = ''] = [...loaded.texts].find(([file]) => file.endsWith(`data/${name}.yaml`)) ?? [];
  const doc = parseDocument(text);
  by(doc);
  const [nom = ''] = name.split('/');
  const collection = collectionNamed(nom);
  if (!collection) throw new Error(`no collection "${nom}"`);
  const value: unknown = parseYaml(doc.toString({ lineWidth: 0 }), SHAPES[nom] ?? {}, collection.liste).value;
  const one = value as { id: string };
  const list = study[collection.cle] as { id: string }[];
  return {
    ...study,
    [collection.cle]: collection.liste && !Array.isArray(value) ? list.map((e) => (e.id === one.id ? one : e)) : value,
  };
}

const key = ({ regle, chemin, message }: Constat): string => `${regle.code} ${chemin} ${message}`;

describe('a contradiction in the example', () => {
  it('is put in twenty ways at least', () => {
    expect(new Set(SEMIS.map(({ regle }) => regle)).size).toBeGreaterThanOrEqual(20);
  });

  it.each(SEMIS.map((semis) => [semis.regle, semis] as const))('%s', (_, { regle, dans, semer }) => {
    const regles = REGLES_COHERENCE.filter(({ code }) => code === regle);
    let path = '';
    const after = change(intact, dans, (doc) => {
      path = semer(doc, exemple);
    });
    const known = new Set(contradictionsDe(intact, regles).map(key));
    const found = contradictionsDe(after, regles).filter((one) => !known.has(key(one)));
    const told = found.filter(({ chemin }) => chemin.startsWith(path));
    expect(told.length, `${path} : ${found.map(key)}`).toBeGreaterThan(0);
    for (const { chemin, contre } of told)
      for (const one of [chemin, ...contre]) expect(loaded.place(one), one).toBeDefined();
  });
});

it('at the date of each edition, a document of the example prints no reserve of which `check` says nothing', async () => {
  expect(contradictionsDe(intact).filter(({ motif }) => motif === null)).toEqual([]);
  // Each deliverable when it is handed over, when it is sent to a meeting that is still to come, and when that meeting has been held.
  const editions = [
    ...(intact.etude.livrables ?? []).map(({ id }) => ({ id, date: dateDeRemise(intact, id) })),
    ...intact.reunions.flatMap(({ livrables = [], envoi_documents: date }) =>
      date === undefined ? [] : livrables.map((id) => ({ id, date })),
    ),
    ...intact.reunions.flatMap(({ livrables = [], date }) => livrables.map((id) => ({ id, date }))),
  ];
  expect(editions).toContainEqual({ id: 'bilan', date: '2019-12-12' });
  for (const { id, date } of editions) {
    // As it is composed: of what it reads alone.
    const read = isDeliverable(id) ? restrict(intact, (await loadDeliverable(id)).reads) : intact;
    for (const study of new Set([intact, read])) {
      const connu = connuAu(study, date);
      const standing = reserves(connu.etude, id, connu).filter(({ motif }) => motif === null);
      expect(standing, `${id} ${date}`).toEqual([]);
    }
  }
});
