/** The rules of coherence: each sees the contradiction of its bad study, at both places, and none in the good ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toldOf } from '../../../scripts/fuzz/told.js';
import { CODES_COHERENCE } from '../../../src/analysis/coherence/codes.js';
import { reposeSurLaSuite } from '../../../src/analysis/coherence/faits-posterieurs.js';
import { contradictionsDe, reserves } from '../../../src/analysis/coherence/index.js';
import type { RegleCoherence } from '../../../src/analysis/coherence/regle.js';
import { REGLES_COHERENCE } from '../../../src/analysis/coherence/regles/index.js';
import { connuAu } from '../../../src/analysis/contexte.js';
import { nomDuScenario } from '../../../src/analysis/scenarios/noms.js';
import { DELIVERABLES } from '../../../src/documents/registry.js';
import { CODES } from '../../../src/study/codes/codes.js';
import { COLLECTIONS } from '../../../src/study/collections.js';
import type { Diagnostic } from '../../../src/study/diagnostic.js';
import type { Study } from '../../../src/study/study.js';
import { root } from '../../support/cli.js';
import { type Incoherence, lineAt, loadPatched, type Retouche } from '../../support/incoherence.js';

const folder = join(root, 'tests/fixtures/incoherences');
const cases = (
  await Promise.all(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map(async (name) =>
        ((await import(join(folder, name))) as { cas: Incoherence[] }).cas.map((one) => ({
          ...one,
          sujet: dirname(name),
        })),
      ),
  )
).flat();
const codes = REGLES_COHERENCE.map(({ code }) => code);

/** A sentence, what settles it, two places, nothing that a computer alone would say. */
function speaksWell({ code, message, aide, lies, chemin }: Diagnostic): void {
  expect(message, code).toMatch(/\.$/);
  expect(aide, code).toMatch(/^\p{Lu}.*\.$/u);
  expect(lies?.length, code).toBeGreaterThan(0);
  expect(
    lies?.map((lieu) => lieu.chemin),
    code,
  ).not.toContain(chemin);
  expect(`${message} ${aide}`, code).not.toMatch(/undefined|NaN|\[object/);
  namesItsField(code, aide ?? '');
  // A quotation within a quotation takes “ ”, wherever it is read.
  expect(`${message} ${aide}`, code).not.toMatch(/«[^»]*«/);
}

/** Keys of the files, as the schemas give them. */
const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) =>
        key === 'properties' ? [...Object.keys(one as object), ...keysOf(one)] : keysOf(one),
      )
    : [];
const folderOfSchemas = join(root, 'schemas');
const keys = new Set(
  readdirSync(folderOfSchemas).flatMap((name) =>
    keysOf(JSON.parse(readFileSync(join(folderOfSchemas, name), 'utf8')) as unknown),
  ),
);

/** Verbs of what asks the author to write something that is not there yet; what corrects one of the two places told needs no key. */
const ASKS_TO_WRITE =
  /(?<!\p{L})(dites|écrivez|donnez|ajoutez|nommez|complétez|datez|citez|inscrivez|rattachez|notez|justifiez|expliquez|précisez|préciser|annoncez|chiffrez|décrivez|comptez|prévoyez|mesurez|faites-en)(?!\p{L})/iu;
/** « key », « key.of.it » or « key: value », as what is told at the terminal quotes a field. */
const QUOTED = /«\s([a-z_]+(?:\.[a-z_]+)*)(:\s[^»]*)?\s»/g;

/** What asks to write names the field that takes it, and every field that it names is one of the schemas. */
function namesItsField(code: string, aide: string): void {
  const quoted = [...aide.matchAll(QUOTED)].map(([, path = '', value]) => ({
    path,
    sure: /[._]/.test(path) || !!value,
  }));
  const known = (path: string): boolean => path.split('.').every((key) => keys.has(key));
  if (ASKS_TO_WRITE.test(aide))
    expect(
      quoted.filter(({ path }) => known(path)),
      `${code}: ${aide}`,
    ).not.toEqual([]);
  for (const { path } of quoted.filter(({ sure }) => sure)) expect(known(path), `${code}: « ${path} »`).toBe(true);
}

const headOf = (path: string): string => path.split('/')[0] ?? '';

/** Keys of the files that a deliverable would quote, where it prints what a rule found. */
const quotedKeys = (study: Study, rule: RegleCoherence): string[] =>
  contradictionsDe(study, [rule])
    .flatMap(({ message, issue }) => [rule.titre, message, issue])
    .flatMap((text) => [...text.matchAll(/«\s([a-z_]+)(?::[^»]*)?\s»/g)])
    .flatMap(([, key = '']) => (keys.has(key) ? [key] : []));

describe('contradictions', () => {
  it.each(cases.map((one) => [`${one.regle}${one.cas ? `, ${one.cas}` : ''}`, one] as const))('%s', async (_, one) => {
    const loaded = await loadPatched(one.base, one.retouches);
    const told = toldOf(
      loaded,
      REGLES_COHERENCE.filter(({ code }) => code === one.regle),
    );
    expect(loaded.study, JSON.stringify(told)).not.toBeNull();
    const found = told.filter(({ code }) => code === one.regle);
    expect(found.map((d) => lineAt(loaded, d))).toHaveLength(one.fois ?? 1);
    const at = found.find((d) => lineAt(loaded, d).startsWith(one.lieu));
    expect(at, JSON.stringify(found.map((d) => lineAt(loaded, d)))).toBeDefined();
    const others = (at?.lies ?? []).map((lieu) => lineAt(loaded, lieu));
    expect(others).toHaveLength(one.contre.length);
    for (const [i, start] of one.contre.entries()) expect(others[i]?.startsWith(start), others[i]).toBe(true);
    if (one.dit) expect(at?.message).toMatch(one.dit);
    for (const contradiction of told) if (codes.includes(contradiction.code)) speaksWell(contradiction);
    // A document prints it without naming anything by a key of the files.
    const rule = REGLES_COHERENCE.find(({ code }) => code === one.regle);
    if (!loaded.study || !rule) throw new Error(`${one.regle} is no rule`);
    expect(quotedKeys(loaded.study, rule)).toEqual([]);
    // Within the analysis a path goes by the keys of a study; what is told goes by the files.
    const inside = contradictionsDe(loaded.study, [rule]).flatMap(({ chemin, contre }) => [chemin, ...contre]);
    expect(inside.map(headOf).filter((head) => !COLLECTIONS.some(({ cle }) => cle === head))).toEqual([]);
    const outside = found.flatMap(({ chemin, lies = [] }) => [chemin, ...lies.map((lieu) => lieu.chemin)]);
    expect(outside.map(headOf).filter((head) => !COLLECTIONS.some(({ nom }) => nom === head))).toEqual([]);
  });

  it('a bearer that is already the legal person of the form creates none', async () => {
    const told = toldOf(
      await loadPatched('autre-marche', [
        { dans: 'acteurs.yaml', de: 'type: syndicat-mixte', par: 'type: scic' },
        { dans: 'scenarios.yaml', de: 'nouvelle_entite: true', par: 'nouvelle_entite: false' },
      ]),
    );
    expect(told.map(({ code }) => code)).not.toContain('forme-contredit-entite');
  });

  it('a study of another contract, with four scenarios and a legal person to create, has none, nor any other warning', async () => {
    expect(toldOf(await loadPatched('autre-marche', []))).toEqual([]);
  });

  it('the days of a tool are taken on those of the modality that it serves', async () => {
    const { study } = await loadPatched('autre-marche', [
      { dans: 'outils.yaml', de: 'jours_an: 5', par: 'jours_an: 50' },
      {
        dans: 'scenarios.yaml',
        de: '{ outil: flotte, annee: 1, quantite: 1 }',
        par: '{ outil: flotte, annee: 1, quantite: 1, modalite: location }',
      },
    ]);
    // 50 days, of which 30 are those of the loans; 24 of the bearer's are free for the 20 others.
    if (!study) throw new Error('the study has errors');
    const rules = REGLES_COHERENCE.filter(({ code }) => code === 'jours-des-outils-ignores');
    const told = contradictionsDe(study, rules).map(({ chemin }) => chemin);
    expect(told.filter((chemin) => chemin.startsWith('scenarios/scic/'))).toEqual([]);
  });

  it('a bad study stands under the subject of the rule that it breaks', () => {
    const rules = join(root, 'src/analysis/coherence/regles');
    const subjects = new Map(
      readdirSync(rules, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) =>
          [...readFileSync(join(rules, name), 'utf8').matchAll(/^ {2,}code: '([a-z-]+)'/gm)].map(
            ([, code]) => [code, dirname(name)] as const,
          ),
        ),
    );
    const elsewhere = cases.filter(({ regle, sujet }) => subjects.get(regle) !== sujet);
    expect(elsewhere.map(({ regle, sujet }) => `${regle}: ${sujet}, not ${subjects.get(regle)}`)).toEqual([]);
  });

  it('every rule has its bad study, its explanation and a name of its own', () => {
    const spoilt = new Set(cases.map(({ regle }) => regle));
    expect(codes.filter((code) => !spoilt.has(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, titre, explication, livrables } of REGLES_COHERENCE) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(CODES[code], code).toBeUndefined();
      expect(titre, code).toMatch(/\.$/);
      expect(explication.length, code).toBeGreaterThan(60);
      expect(livrables.length, code).toBeGreaterThan(0);
      for (const livrable of livrables) expect(DELIVERABLES, code).toContain(livrable);
      expect(CODES_COHERENCE[code]?.titre).toBe(titre);
    }
  });
});

const SANS_INFLUENCE: Retouche = {
  dans: 'criteres.yaml',
  de: 'tournee: [{ evaluateur: elu, note: 9,',
  par: 'tournee: [{ evaluateur: elu, note: 14,',
};
const ecart = (regle: string, chemin?: string): Retouche => ({
  dans: 'etude.yaml',
  de: 'graine: 7',
  par: `graine: 7\nregles_ecartees:\n  - { regle: ${regle}, ${chemin ? `chemin: ${chemin}, ` : ''}motif: Gardé à la demande du comité. }`,
});
const own = async (...retouches: Retouche[]) => {
  const loaded = await loadPatched('autre-etude', retouches);
  return { loaded, told: toldOf(loaded).map(({ code }) => code) };
};

describe('rules set aside', () => {
  const incomplet: Retouche = { dans: 'acteurs.yaml', de: 'type: collectivite', par: 'type: collectivites' };
  const deuxFois: Retouche = {
    dans: 'acteurs.yaml',
    de: "nom: L'Atelier du vélo",
    par: 'nom: Communauté de communes des Trois Rivières',
  };

  it('stay so while another file has an error', async () => {
    const faux: Retouche = {
      dans: 'reunions.yaml',
      de: 'objet: Diagnostic',
      par: 'scenario: inconnu, objet: Diagnostic',
    };
    expect((await own(deuxFois, faux)).told).toContain('nom-en-double');
    const { loaded, told } = await own(deuxFois, faux, ecart('nom-en-double'));
    expect(loaded.study).toBeNull();
    expect(told).not.toContain('nom-en-double');
    expect((await own(incomplet, ecart('nom-en-double'))).told).toEqual(expect.arrayContaining(['valeur-hors-liste']));
  });
});

describe('a place of the mode opératoire', () => {
  const tardif: Retouche = {
    dans: 'mode-operatoire.yaml',
    de: 'propriete_donnees:',
    par: 'realise: { au: "2024-06-30", recettes: [{ financement: aide, montant: 2000 }] }\npropriete_donnees:',
  };
  const told = async (...retouches: Retouche[]): Promise<string[]> =>
    toldOf(await loadPatched('autre-marche', [tardif, ...retouches])).map(({ code, chemin }) => `${code} ${chemin}`);

  it('is told by the name of the file, and set aside by it or by its key', async () => {
    const before = await told();
    const [one = ''] = before.filter((line) => line.includes(' mode-operatoire/'));
    const [code = '', chemin = ''] = one.split(' ');
    expect(before.filter((line) => line.includes('mode_operatoire'))).toEqual([]);
    for (const written of [chemin, chemin.replace('mode-operatoire', 'mode_operatoire'), 'mode-operatoire'])
      expect(
        await told({
          dans: 'etude.yaml',
          de: 'graine: 11',
          par: `graine: 11\nregles_ecartees:\n  - { regle: ${code}, chemin: ${written}, motif: Gardé. }`,
        }),
      ).not.toContain(one);
  });
});

describe('reserves', () => {
  it('of an edition say nothing of accounts closed later', async () => {
    const { study } = await loadPatched('autre-marche', [
      {
        dans: 'mode-operatoire.yaml',
        de: 'propriete_donnees:',
        par: 'realise: { au: "2024-06-30", recettes: [{ financement: aide, montant: 2000 }] }\npropriete_donnees:',
      },
    ]);
    if (!study) throw new Error('the study has errors');
    const told = (date: string): string => {
      const connu = connuAu(study, date);
      return reserves(connu.etude, 'mode-operatoire', connu)
        .flatMap(({ messages }) => messages)
        .join(' ');
    };
    expect(told('2024-07-15')).toContain('le dispositif a reçu');
    expect(told('2024-05-15')).not.toContain('le dispositif a reçu');
  });

  it('of a document say nothing of what a later meeting has decided; its agenda was known', async () => {
    const { study } = await loadPatched('autre-marche', []);
    if (!study) throw new Error('the study has errors');
    const [reunion] = study.reunions;
    if (!reunion) throw new Error('the study has no meeting');
    const told = (place: string, days: string) =>
      reposeSurLaSuite(study, [`reunions/${reunion.id}/${place}`, 'etude/titre'], days);
    expect([told('decisions/1/texte', '1990-01-01'), told('presents', '1990-01-01')]).toEqual([true, true]);
    expect([told('decisions/1/texte', reunion.date), told('ordre_du_jour/1', '1990-01-01')]).toEqual([false, false]);
  });

  it('of a document say nothing of a project that nobody had asked for yet', () => {
    const of = (rest: object) => ({ projets: [{ id: 'p', ...rest }] }) as unknown as Study;
    const later = (rest: object, date: string) => reposeSurLaSuite(of(rest), ['projets/p/calendrier/1', 'etude'], date);
    const asked = { accompagnement: { demande_recue: '2024-05-10' }, retenu_le: '2024-06-01' };
    expect(['2024-05-09', '2024-05-10'].map((date) => later(asked, date))).toEqual([true, false]);
    expect(['2024-05-31', '2024-06-01'].map((date) => later({ retenu_le: '2024-06-01' }, date))).toEqual([true, false]);
    expect(later({}, '1990-01-01')).toBe(false);
  });

  it('of phase 3 are those of the scenario retained', async () => {
    const { study } = await loadPatched('autre-marche', []);
    const [retained, other] = study?.scenarios ?? [];
    if (!study || !retained || !other) throw new Error('two scenarios expected');
    // The same person twice, in each of the two scenarios.
    const doubled = (scenario: typeof retained): typeof retained => {
      const partner = study.acteurs.find(({ id }) => id !== scenario.porteur);
      return {
        ...scenario,
        partenaires: [{ acteur: partner?.id ?? '', role: 'operateur', jours_an: 10 }],
        moyens: {
          ...scenario.moyens,
          humains: [{ id: 'p', profil: 'Conseiller', porteur: partner?.id ?? '', etp: 0.5, cout_annuel: 40000 }],
        },
      };
    };
    const both = {
      ...study,
      scenarios: study.scenarios.map((one) => (one === retained || one === other ? doubled(one) : one)),
      mode_operatoire: { scenario: retained.id, parcours: [] },
    };
    const told = (livrable: string, draft?: string): string =>
      reserves(both, livrable, undefined, draft)
        .filter(({ titre }) => /mêmes personnes/.test(titre))
        .flatMap(({ messages }) => messages)
        .join('\n');
    expect(told('scenarios')).toContain(`« ${nomDuScenario(other)} »`);
    expect(told('mode-operatoire')).toContain(`« ${nomDuScenario(retained)} »`);
    expect(told('mode-operatoire')).not.toContain(`« ${nomDuScenario(other)} »`);
    expect(told('mode-operatoire', other.id)).toContain(`« ${nomDuScenario(other)} »`);
    expect(told('mode-operatoire', other.id)).not.toContain(`« ${nomDuScenario(retained)} »`);
  });
});

describe('rules set aside', () => {
  it('are silent, and their reason stands in the deliverable', async () => {
    const { loaded, told } = await own(SANS_INFLUENCE, ecart('critere-sans-influence', 'criteres/criteres/envie'));
    expect(told).not.toContain('critere-sans-influence');
    if (!loaded.study) throw new Error('does not load');
    const printed = reserves(loaded.study, 'scenarios');
    const reserve = printed.at(-1);
    expect(printed.filter(({ motif }) => motif !== null)).toEqual([reserve]);
    expect(reserve?.motif).toBe('Gardé à la demande du comité.');
  });

  it('elsewhere than at their path are told', async () => {
    const { told } = await own(SANS_INFLUENCE, ecart('critere-sans-influence', 'criteres/criteres/depense'));
    expect(told).toContain('critere-sans-influence');
    expect(told).toContain('regle-ecartee-inutile');
  });

  it('may be a warning of the loading too', async () => {
    expect((await own()).told).toContain('contact-sans-consentement');
    const { loaded, told } = await own(ecart('contact-sans-consentement', 'acteurs/atelier-velo'));
    const aside = (livrable: string): unknown[] =>
      loaded.study ? reserves(loaded.study, livrable).filter(({ motif }) => motif !== null) : [];
    expect(aside('diagnostic')).toEqual([
      expect.objectContaining({
        messages: ['fiche concernée : L’Atelier du vélo.'.replace('’', "'")],
        motif: 'Gardé à la demande du comité.',
      }),
    ]);
    expect(aside('scenarios')).toEqual([]);
    expect(told).not.toContain('contact-sans-consentement');
    expect(told).not.toContain('regle-ecartee-inutile');
  });

  it.each([
    ['critere-sans-influance', /aucune règle.*Vouliez-vous dire « critere-sans-influence »/],
    ['reference-inconnue', /est une erreur/],
  ])('%s is refused in words', async (regle, words) => {
    const { loaded } = await own(ecart(regle));
    const [told] = toldOf(loaded).filter(({ code }) => code === 'regle-ecartee-inconnue');
    expect(`${told?.message} ${told?.aide}`).toMatch(words);
    expect(told && lineAt(loaded, told)).toMatch(/^etude\.yaml: - \{ regle/);
  });
});

describe('reserves', () => {
  it('of a deliverable are those of the rules that concern it', async () => {
    const { loaded } = await own(SANS_INFLUENCE);
    if (!loaded.study) throw new Error('does not load');
    expect(reserves(loaded.study, 'diagnostic')).toEqual([]);
    expect(reserves(loaded.study, 'scenarios').flatMap(({ messages }) => messages)).toContainEqual(
      expect.stringContaining('« Envie des habitants »'),
    );
  });
});
