/** The author's texts, without a disk: figures put in their place, prose checked, blocks set in their sections. */
import { describe, expect, it } from 'vitest';
import { parFamille } from '../../../src/analysis/chiffres/chiffre.js';
import { type Chiffre, chiffresDe, trouver } from '../../../src/analysis/chiffres/index.js';
import type { Draft } from '../../../src/documents/markdown/markdown.js';
import { composerTextes } from '../../../src/documents/textes/composer.js';
import { ecrire } from '../../../src/documents/textes/ecrire.js';
import { nombresTapes } from '../../../src/documents/textes/nombres.js';
import { placer } from '../../../src/documents/textes/placer.js';
import { aRelire, lecture } from '../../../src/documents/textes/relecture.js';
import { remplir } from '../../../src/documents/textes/remplir.js';
import { aSaSection, sectionsDe } from '../../../src/documents/textes/sections.js';
import type { Texte } from '../../../src/documents/textes/texte.js';
import { contexteProse, verifierProse } from '../../../src/documents/textes/verifier.js';
import type { Study } from '../../../src/study/study.js';
import { acteur, besoin, DATE, etude as smallStudy } from '../../analysis/small-study.js';
import { etudeDe } from '../../support/composed.js';

const study = smallStudy({
  besoins: [besoin('a'), besoin('b'), besoin('c')],
  acteurs: [acteur('syndicat', { nom: 'Syndicat des Eaux', sigle: 'SDE' })],
});
const chiffres = chiffresDe(study, DATE);
const texte = (markdown: string, more: Partial<Texte> = {}): Texte => ({
  livrable: 'diagnostic',
  section: 'besoins',
  fichier: 'textes/diagnostic/besoins.md',
  brut: markdown,
  markdown,
  decalage: 0,
  place: 'fin',
  images: [],
  ...more,
});
const fill = (markdown: string) => remplir(texte(markdown), { study, chiffres, bibliographie: { ids: [] } });
const told = (markdown: string): string[] =>
  verifierProse(texte(markdown), contexteProse(study, chiffres, study.etude.date)).map(
    ({ code, plage: { ligne, colonne } }) => `${code} ${ligne}:${colonne}`,
  );

describe('a named figure', () => {
  const of = (valeur: number, more: Partial<Chiffre> = {}): Chiffre => ({
    nom: 'x',
    libelle: 'X',
    valeur,
    unite: 'nombre',
    ...more,
  });
  it.each<[Chiffre, string, string | null]>([
    [of(17), 'besoin', '17 besoins'],
    [of(1), 'besoin', '1 besoin'],
    [of(0), 'besoin', 'aucun besoin'],
    [of(0), 'commune rurale', 'aucune commune rurale'],
    [of(2), 'lettres action', 'deux actions'],
    [of(1), 'lettres action', 'une action'],
    [of(12345), '', '12\u202f345'],
    [of(92828, { unite: 'euros', suffixe: '/an' }), '', '92\u202f828\u00a0€/an'],
    [of(92828, { unite: 'euros', suffixe: '/an' }), 'k€', '93\u00a0k€'],
    [of(92828), '€', '92\u202f828\u00a0€'],
    [of(3.2), 'km²', '3,2\u00a0km²'],
    [of(40), 'kg/an', '40\u00a0kg/an'],
    [of(0.283, { unite: 'part' }), '', '28\u00a0%'],
    [of(0.004, { unite: 'part' }), '', 'moins de 1\u00a0%'],
    [of(0.996, { unite: 'part' }), '%', 'plus de 99\u00a0%'],
    [{ ...of(0), valeur: '2018-02-15', unite: 'date' }, '', '15\u00a0février 2018'],
    [{ ...of(0), valeur: null }, '', null],
  ])('%o « %s »', (chiffre, forme, expected) =>
    expect(ecrire(chiffre, forme)?.replace(/\u00a0(?=\p{L}{3})/u, ' ') ?? null).toBe(
      expected?.replace(/\u00a0(?=\p{L}{3})/u, ' ') ?? null,
    ),
  );

  it('is a computed one or a field of the study, and keeps its name', () => {
    expect(chiffres.get('besoins.total')?.valeur).toBe(3);
    expect(trouver(study, chiffres, 'acteurs.syndicat.nom')?.valeur).toBe('Syndicat des Eaux');
    expect(trouver(study, chiffres, 'acteurs.syndicat.constructor')).toBeUndefined();
  });
});

describe('filling a text', () => {
  it('puts figures, tables and references in their place, and leaves headings and escaped braces', () => {
    const {
      markdown,
      diagnostics,
      chiffres: names,
    } = fill(
      'On compte {besoins.total besoin}. Voir {voir matrice-besoins}. Une \\{accolade\\}.\n\n{=tableau besoins-couverture}\n\n## Titre {#titre}',
    );
    expect(diagnostics).toEqual([]);
    expect(markdown).toBe(
      'On compte 3\u00a0besoins. Voir [](#matrice-besoins). Une {accolade}.\n\n::tableau{#besoins-couverture}\n\n## Titre {#titre}',
    );
    expect([...names]).toEqual([['besoins.total', '3']].map(([name, value]) => [name, `${value}\u00a0besoins`]));
  });

  it.each([
    ['{besoins.total lettres besoin}.', 'Trois'],
    ['Un fait. {besoins.total lettres besoin}.', 'Un fait. Trois'],
    ['Un fait.\n{besoins.total lettres besoin}.', 'Un fait.\nTrois'],
    ['- {besoins.total lettres besoin}', '- Trois'],
    ['Il y a\n{besoins.total lettres besoin}.', 'Il y a\ntrois'],
    ['Voir art. {besoins.total lettres besoin}.', 'Voir art. trois'],
  ])('a figure that begins a sentence takes a capital: %j', (markdown, written) =>
    expect(fill(markdown).markdown.startsWith(written)).toBe(true),
  );

  it('tells an exhibit that is not alone on its line, and which would be printed as it is typed', () => {
    const codes = (markdown: string) => fill(markdown).diagnostics.map(({ code, plage }) => `${code} ${plage.colonne}`);
    expect(codes('Voir {=tableau besoins-couverture}.')).toEqual(['texte-incorrect 6']);
    expect(codes('Un.\n\n  {=tableau besoins-couverture} \n\nDeux.')).toEqual([]);
  });

  it('tells an unknown name at its line and column, with the nearest', () => {
    const [fault] = fill('Un.\n\nOn compte {besoins.totla besoin}.').diagnostics;
    expect(fault).toMatchObject({ code: 'chiffre-inconnu', gravite: 'erreur', plage: { ligne: 3, colonne: 11 } });
    expect(fault?.aide).toContain('« besoins.total »');
  });

  it('lets no value of the study open a block or a link of Markdown', () => {
    const evil = smallStudy({ acteurs: [acteur('x', { nom: '[a](javascript:b) *c* <img>' })] });
    const { markdown } = remplir(texte('{acteurs.x.nom}'), {
      study: evil,
      chiffres: parFamille([]),
      bibliographie: { ids: [] },
    });
    expect(markdown).not.toMatch(/(?<!\\)[[\]<>*]/);
  });

  it('warns when a first is not alone', () => {
    const p: Chiffre = { nom: 'p', libelle: 'P', valeur: 'A', unite: 'texte', exAequo: 3 };
    const tied = parFamille([{ mots: [], chiffres: () => [p] }]);
    const { diagnostics } = remplir(texte('{p}'), { study, chiffres: tied, bibliographie: { ids: [] } });
    expect(diagnostics.map(({ code }) => code)).toEqual(['superlatif-exaequo']);
  });
});

describe('prose checked like data', () => {
  it.each<[string, string[]]>([
    ['On compte 3 besoins.', []],
    ['On compte 7 besoins.', ['chiffre-perime 1:11']],
    ['Les sept besoins.', ['chiffre-perime 1:5']],
    ['Les deux besoins cités, et sept besoins ailleurs.', []],
    ['Il reste 4\u202f321 points.', ['chiffre-sans-origine 1:10']],
    ['Il reste 4321 points [@bilan, p. 3].', []],
    ['Il y a 4321 points, dont 55 ici [@bilan, p. 3]. Et 4322 ailleurs.', ['chiffre-sans-origine 1:52']],
    ['Selon le bilan [@bilan], il reste 4321 points.', []],
    ['Le 12 mars 2017, article 3, page 41, en 2018, « 77 personnes ».', []],
    ['> 55 fois\n\n1. un', []],
    ['La plupart sont d’accord.', ['mot-sans-preuve 1:1']],
    ['La plupart, soit {besoins.total besoin}, le sont.', []],
    ['Le SDE reste réticent.', ['nom-qui-juge 1:14']],
    ['Le syndicat des Eaux est hostile.', ['nom-qui-juge 1:26']],
    ['C’est clairement mieux.', ['mot-sans-preuve 1:7']],
    ['Certains restent réticents.', []],
    ['Le XYZT agit.', ['sigle-non-developpe 1:4']],
    ['Le Truc (XYZT) agit. Le XYZT aussi.', []],
    [
      'Soit 40 % sur 12 cas.',
      ['chiffre-sans-origine 1:6', 'chiffre-sans-origine 1:15', 'pourcentage-petit-effectif 1:7'],
    ],
  ])('%s', (markdown, expected) => expect(told(markdown)).toEqual(expected));

  it('holds a sentence to the meetings of the journal', () => {
    const held = ['2018-02-22', '2018-06-21'].map((date) => ({
      id: date,
      date,
      type: 'copil',
      phase: 'P',
      etat: 'tenue',
      ordre_du_jour: [],
    }));
    const contexte = contexteProse(
      smallStudy({ reunions: held as unknown as Study['reunions'] }),
      chiffres,
      study.etude.date,
    );
    const of = (markdown: string): string[] => verifierProse(texte(markdown), contexte).map(({ code }) => code);
    expect(of('Le comité de pilotage du 22 février 2018 l’a dit.')).toEqual([]);
    expect(of('Le comité de pilotage du 12 mars 2018 l’a dit.')).toEqual(['phrase-contredite']);
    // As it is printed: entities in plain letters, without the marks of bold.
    expect(of('Le **comité de pilotage** du 12&nbsp;mars 2018 l&rsquo;a dit.')).toEqual(['phrase-contredite']);
  });

  it('tells an amount that a sentence gives wrong of something once, with what the study holds', async () => {
    const own = await etudeDe('data');
    const of = (markdown: string) =>
      verifierProse(
        { ...texte(markdown), livrable: 'scenarios' },
        contexteProse(own, chiffresDe(own, own.etude.date), own.etude.date),
      ).map(({ code, message }) => `${code} ${message}`.replace(/\s/g, ' '));
    expect(of('La Région apporte 40 123 € à l’atelier intégré.')).toEqual([
      'phrase-contredite cette phrase et l’étude se contredisent : « Aide régionale à l’ingénierie » donne 25 000 € par an dans « Intégré ».',
    ]);
    expect(of('On y ajoute 40 123 € de plus.')).toEqual([expect.stringMatching(/^chiffre-sans-origine/)]);
  });

  it('holds the text of one scenario to that scenario', async () => {
    const own = await etudeDe('data');
    const of = (section: string, markdown: string) =>
      verifierProse(
        { ...texte(markdown), livrable: 'scenarios', section },
        contexteProse(own, chiffresDe(own, own.etude.date), own.etude.date),
      ).map(({ code }) => code);
    expect(of('scenario-reseau-anime', 'Ce scénario reçoit 200 demandes par an.')).toEqual(['phrase-contredite']);
    expect(of('scenario-relais-proximite', 'Ce scénario reçoit 200 demandes par an.')).toEqual([]);
    expect(of('scenario-relais-proximite', 'Son coordinateur occupe 0,8 équivalent temps plein.')).toEqual([
      'phrase-contredite',
    ]);
    expect(of('methode', 'Ce scénario reçoit 200 demandes par an.')).toEqual([]);
  });

  it('points to the nearest figure when it is near, to a source when it is not', () => {
    const aide = (markdown: string): string | undefined =>
      verifierProse(texte(markdown), contexteProse(study, chiffres, study.etude.date))[0]?.aide;
    expect(aide('On compte 4 besoins.')).toContain('besoins.total besoin');
    expect(aide('On compte 400 besoins.')).toContain('citez sa source');
  });

  it('reads numbers as French writes them', () => {
    expect(nombresTapes('environ 12\u202f345,5 € et 3 %').map(({ valeur }) => valeur)).toEqual([12345.5, 0.03]);
  });
});

describe('placing a text', () => {
  const heading = (id: string, level: 1 | 2 = 2): Draft => ({ type: 'heading', level, id, children: [] });
  const said = (value: string): Draft => ({ type: 'paragraph', children: [{ type: 'text', value }] });
  const limit: Draft = { type: 'callout', kind: 'limite', title: '', children: [] };
  const table = {
    type: 'table',
    id: 't',
    number: 0,
    exhibit: { kind: 'table', name: 't', rows: [] },
  } as unknown as Draft;
  const blocks = [heading('a', 1), said('un'), table, limit, heading('b'), said('deux')];
  const own = [said('auteur')];

  it('after what the program says, before what is not known', () =>
    expect(placer(blocks, { section: 'a', place: 'fin', blocks: own })).toEqual([
      blocks[0],
      blocks[1],
      table,
      own[0],
      limit,
      blocks[4],
      blocks[5],
    ]));
  it('at the head of the section', () =>
    expect(placer(blocks, { section: 'b', place: 'debut', blocks: own })?.slice(4)).toEqual([
      blocks[4],
      own[0],
      blocks[5],
    ]));
  it('after what says what the document is', () => {
    const lead: Draft = { type: 'paragraph', style: 'lead', children: [] };
    const placed = placer([heading('a', 1), lead, said('un')], { section: 'a', place: 'debut', blocks: own });
    expect(placed?.slice(1)).toEqual([lead, own[0], said('un')]);
  });
  it('in place of the sentences, keeping tables and boxes', () =>
    expect(placer(blocks, { section: 'a', place: 'remplace', blocks: own })?.slice(0, 4)).toEqual([
      blocks[0],
      own[0],
      table,
      limit,
    ]));
  it('nowhere without a section of its name', () =>
    expect(placer(blocks, { section: 'z', place: 'fin', blocks: own })).toBeNull());

  it('numbers the sources that it cites, once each, and lists them', () => {
    const source = { id: 'bilan', type: 'document' as const, titre: 'Bilan', auteur: 'Parc', date: '2015' };
    const cited = smallStudy({ sources: [source] });
    const { body, diagnostics } = composerTextes(
      { textes: [texte('Un [@bilan, p. 3]. Deux [@bilan].', { section: 'b' })], relectures: {} },
      { front: [], body: blocks },
      { livrable: 'diagnostic', study: cited, date: DATE, exhibits: new Map(), templates: new Map(), brouillon: true },
    );
    expect(diagnostics).toEqual([]);
    const text = JSON.stringify(body);
    expect(text.match(/\[1, p\.\u00a03\]/g)).toHaveLength(1);
    expect(text).toContain('Références citées');
    expect(text).not.toContain('[2');
  });

  it('gives each the number that the table of sources gives it, where a page shows that table', () => {
    const source = { id: 'bilan', type: 'document' as const, titre: 'Bilan : suite', auteur: 'Parc' };
    const exhibit = {
      kind: 'table' as const,
      name: 'sources-des-pages',
      title: 'Sources',
      columns: [],
      rows: [{ numero: 'S7', titre: 'Bilan\u00a0: suite', auteur: 'Parc', date: null }],
    };
    const dire = (shown: boolean): string =>
      JSON.stringify(
        composerTextes(
          { textes: [texte('Un [@bilan].', { section: 'b' })], relectures: {} },
          { front: [], body: shown ? [...blocks, { type: 'table', exhibit } as never] : blocks },
          {
            livrable: 'diagnostic',
            study: smallStudy({ sources: [source] }),
            date: DATE,
            exhibits: new Map([[exhibit.name, exhibit as never]]),
            templates: new Map(),
            brouillon: true,
          },
        ).body,
      );
    expect(dire(true)).toMatch(/\(S7\)/);
    expect(dire(true)).toContain('le numéro que le ');
    expect(dire(false)).not.toMatch(/\(S7\)|le numéro que le /);
  });

  it('numbers the sources as a reader meets them, not as the texts were filled', () => {
    const source = (id: string) => ({ id, type: 'document' as const, titre: `Titre ${id}` });
    const { body } = composerTextes(
      {
        textes: [
          texte('Plus loin [@un] et [@deux].', { section: 'b' }),
          texte('D’abord **gras [@trois, p. 2]** puis\n\n- [@deux].', { section: 'a' }),
        ],
        relectures: {},
      },
      { front: [], body: blocks },
      {
        livrable: 'diagnostic',
        study: smallStudy({ sources: [source('un'), source('deux'), source('trois')] }),
        date: DATE,
        exhibits: new Map(),
        templates: new Map(),
        brouillon: true,
      },
    );
    expect(JSON.stringify(body).match(/\[\d(?=[\],])/g)).toEqual(['[1', '[2', '[3', '[2']);
    expect(JSON.stringify(body).match(/Titre \w+/g)).toEqual(['Titre trois', 'Titre deux', 'Titre un']);
  });

  it('tells a reference to what the document does not show at its place in the text, with the nearest name', () => {
    const refer = (markdown: string, cible: string) =>
      composerTextes(
        { textes: [texte(markdown, { section: 'b' })], relectures: {} },
        { front: [], body: blocks },
        { livrable: 'diagnostic', study, date: DATE, exhibits: new Map(), templates: new Map(), brouillon: true },
      ).renvoiInconnu(cible);
    expect(refer('Un.\n\nVoir {voir tx}.', 'tx')).toMatchObject({
      code: 'renvoi-inconnu',
      fichier: 'textes/diagnostic/besoins.md',
      plage: { ligne: 3, colonne: 6 },
    });
    expect(refer('Voir {voir section-a}.', 'section-b')).toBeNull();
  });

  it('is none of the business of an edition that has not its section, when the edition says so', () => {
    const compose = (partiel: boolean) =>
      composerTextes(
        { textes: [texte('Un texte.', { section: 'z' })], relectures: {} },
        { front: [], body: blocks },
        {
          livrable: 'diagnostic',
          study,
          date: DATE,
          exhibits: new Map(),
          templates: new Map(),
          brouillon: false,
          partiel,
        },
      );
    expect(compose(true)).toMatchObject({ front: [], body: [...blocks], diagnostics: [] });
    expect(compose(false).diagnostics.map(({ code }) => code)).toEqual(['texte-sans-section']);
  });

  it('lowers the author’s headings below that of the section, and tells HTML at its line', () => {
    const { body, diagnostics } = composerTextes(
      { textes: [texte('# Titre\n\ntexte\n\n<b>gras</b>', { section: 'b', decalage: 3 })], relectures: {} },
      { front: [], body: blocks },
      { livrable: 'diagnostic', study, date: DATE, exhibits: new Map(), templates: new Map(), brouillon: false },
    );
    expect(body.find((block) => block.type === 'heading' && block.id === 'titre')).toMatchObject({ level: 3 });
    expect(diagnostics.map(({ code, plage }) => `${code} ${plage.ligne}`)).toContain('forme-non-prise-en-charge 8');
  });
});

describe('reading again', () => {
  const shown = (value: string) => () => new Map([['besoins.total', value]]);
  const markdown = 'On compte {besoins.total}.\n\nAutre paragraphe.';
  it('tells the paragraphs whose figures changed since their author read them, and no other', () => {
    const kept = lecture(markdown, (own) => (own.includes('{') ? shown('3')() : new Map()));
    expect(aRelire(markdown, kept, (own) => (own.includes('{') ? shown('3')() : new Map()))).toEqual([]);
    const [one, ...rest] = aRelire(markdown, kept, (own) => (own.includes('{') ? shown('4')() : new Map()));
    expect(rest).toEqual([]);
    expect(one?.changements).toEqual([{ nom: 'besoins.total', avant: '3', apres: '4' }]);
    expect(aRelire(markdown.replace('compte', 'dénombre'), kept, shown('4'))).toEqual([]);
  });
});

describe('sections of a deliverable', () => {
  const templates = new Map([
    ['d', { fichier: 'd', text: '{{> d/un}}\n' }],
    ['d/un', { fichier: 'u', text: '# Un {#un}\n\n## {{titre}} {#public-{{{id}}} }\n' }],
    ['e', { fichier: 'e', text: '# Autre {#autre}\n' }],
  ]);
  it('are those of its templates, some named by the study', () => {
    const sections = sectionsDe(templates, 'd');
    expect(sections.map(({ id, niveau }) => `${niveau} ${id}`)).toEqual(['1 un', '2 public-{{{id}}}']);
    expect(['un', 'public-habitants', 'autre', 'public-'].map((name) => aSaSection(sections, name))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a number that a sentence draws from others', () => {
  const own = smallStudy({
    besoins: [besoin('a', { mentions: { atelier: 100, entretien: 42 } }), besoin('b')],
    mode_operatoire: {
      scenario: 's',
      parcours: [],
      indicateurs: [
        { id: 'i', libelle: 'Trajets', unite: 'trajets', cible: 913, mesures: [{ date: '2018', valeur: 774 }] },
      ],
    } as unknown as Study['mode_operatoire'],
  });
  const context = contexteProse(own, chiffresDe(own, DATE), DATE);
  const codes = (markdown: string): string[] => verifierProse(texte(markdown), context).map(({ code }) => code);

  it('is its share, its gap or its sum', () => {
    const sure = (markdown: string): string[] => codes(`${markdown} [@s]. Suite.`);
    expect(sure('x')).toEqual([]);
    for (const markdown of [
      'On compte 774 trajets pour 913 attendus, soit 85 %.',
      'On compte 774 trajets pour 913 attendus, soit 84,8 %.',
      'On compte 774 trajets pour 913 attendus, soit 139 de moins.',
      'On compte 774 trajets et 913 autres, soit 1 687 en tout.',
      // A target that is missed is known without its sentence.
      'Il a manqué 139 trajets.',
    ])
      expect(codes(markdown)).toEqual([]);
    for (const markdown of [
      'On compte 774 trajets pour 913 attendus, soit 89 %.',
      'On compte 774 trajets pour 913 attendus, soit 149 de moins.',
      'On compte 774 trajets pour 913 attendus. Soit 84 % de moins.',
    ])
      expect(codes(markdown)).toEqual(['chiffre-sans-origine']);
  });

  it('may be how often a need was mentioned, whatever the noun', () => {
    expect(codes('Il est cité par 142 participations.')).toEqual([]);
    expect(codes('Il est cité par 143 participations.')).not.toEqual([]);
  });
});
