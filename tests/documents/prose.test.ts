/** The generated prose of every deliverable: both studies, then the first with 0, 1 and 2 of everything. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DELIVERABLES, loadDeliverable } from '../../src/documents/registry.js';
import { loadTheme } from '../../src/render/theme.js';
import type { Study } from '../../src/study/study.js';
import { composee, etudeVive, templatesDuProgramme } from '../support/composed.js';
import { runIn } from '../support/in-process.js';
import { fautesDe, lignesDuDocument, siglesInexpliques, tableauxNus } from '../support/prose.js';
import { temporaryFolder } from '../support/temporary.js';

const templates = await templatesDuProgramme();
const theme = (await loadTheme()).charts;

/** The first `n` of each list, at any depth; lists of numbers are no lists of things. */
function garder<T>(value: T, n: number): T {
  if (Array.isArray(value)) {
    if (value.some((one) => typeof one === 'number')) return value;
    return value.slice(0, n).map((one) => garder(one, n)) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, garder(one, n)])) as T;
}

/** The study with at most `n` of everything, but the words in which it is told, its territory and its calendar. */
function avec(study: Study, n: number): Study {
  const { etude, territoire, criteres, contrat, scenarios, reunions, acteurs, ...rest } = study;
  const few = garder(rest, n);
  return {
    ...few,
    etude,
    territoire,
    criteres,
    contrat,
    acteurs: n === 0 ? [] : acteurs,
    scenarios: scenarios.slice(0, Math.max(1, n)).map((scenario) => garder(scenario, n)),
    reunions: reunions.map((reunion) => ({ ...garder(reunion, n), ordre_du_jour: reunion.ordre_du_jour })),
  } as Study;
}

const exemple = await etudeVive('data');
const autre = await etudeVive('tests/fixtures/autre-etude');
const neuve = await temporaryFolder();
await runIn(neuve, 'init', 'etude', '--territoire', 'Haut Plateau');
const commencee = await etudeVive(join(neuve, 'etude'));
/** Every text that may be a sentence, with the full stop that its author may write: what follows it adds none. */
function ponctuer<T>(value: T, cle = ''): T {
  if (Array.isArray(value)) return value.map((one) => ponctuer(one, cle)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ponctuer(one, key)])) as T;
  return (typeof value === 'string' && PHRASES.has(cle) ? `${value.replace(/\.$/, '')}.` : value) as T;
}
const PHRASES = new Set(
  'objet resume description motif texte constat question contexte lecon parade apport usage avantages inconvenients reussites freins enseignements limites conditions pour contre missions exclusions communication suite si alors decision_attendue atouts vigilances reserves temoignages avis demande objectifs'.split(
    ' ',
  ),
);
const ponctuee = ponctuer(await etudeVive('modeles/exemple'));
const retenu = exemple.mode_operatoire?.scenario;
const premier: Study = {
  ...exemple,
  scenarios: [...exemple.scenarios].sort((a, b) => Number(b.id === retenu) - Number(a.id === retenu)),
};

/** The phase that the contract submits to a decision. */
const phaseALancer = ({ contrat }: Study): string | undefined =>
  contrat?.exigences.find(({ regle }) => regle === 'decision-lancement')?.phase;

describe('templates', () => {
  it('say the day, the month or the year of a date with the word that goes before it', () => {
    const wrong = [...templates.values()].flatMap((template) =>
      [...template.text.matchAll(/(?<!\p{L})(?:le|du|au|en) \{\{date [^}]*\}\}/gu)].map(([all]) => all),
    );
    expect(wrong.filter((all) => !all.startsWith('en '))).toEqual([]);
  });
});

describe.each([
  ['the example', exemple, true, 'data'],
  ['another study', autre, true, 'tests/fixtures/autre-etude'],
  ['a study just begun', commencee, true],
  ['texts that end with a full stop', ponctuee, false],
  ['nothing', avec(premier, 0), false],
  ['one of everything', avec(premier, 1), false],
  ['two of everything', avec(premier, 2), false],
] as const)('prose, %s', (_, study, entiere, dossier?: string) => {
  it.each(DELIVERABLES)('%s is written without a fault of language', async (name) => {
    const module = await loadDeliverable(name);
    const options = module.lack(study, {}) === null ? {} : { projet: true as const };
    if (module.lack(study, options) !== null) {
      expect(study).not.toBe(exemple);
      return;
    }
    const whole = dossier && !options.projet ? await composee(dossier, name) : null;
    const { produced, diagnostics } = whole ?? module.compose({ study, theme, templates, options });
    expect(diagnostics).toEqual([]);
    const fautes = produced.flatMap(({ tree }) => fautesDe(lignesDuDocument(tree)));
    expect([...new Set(fautes)]).toEqual([]);
    expect(produced.flatMap(({ tree }) => tableauxNus(tree))).toEqual([]);
    // Another contract has its own words, its acronyms and its phases.
    if (study === ponctuee)
      for (const { texte } of produced.flatMap(({ tree }) => lignesDuDocument(tree)))
        expect(texte).not.toMatch(
          /CCTP|LEADER|tranche (?:ferme|optionnelle)|Phase \d|Aide européenne|comité de pilotage/i,
        );
    // A study cut short has not all its actors, nor their acronyms.
    if (entiere) expect(produced.flatMap(({ tree }) => siglesInexpliques(tree))).toEqual([]);
  });
});

describe('a fact of the diagnostic', () => {
  it.each([
    ['the example', exemple],
    ['another contract', ponctuee],
  ])('is told at most twice in the same words: in the summary, then in its chapter (%s)', async (_, study) => {
    const { compose } = await loadDeliverable('diagnostic');
    const fois = new Map<string, number>();
    const whole = study === exemple ? await composee('data', 'diagnostic') : null;
    const { produced } = whole ?? compose({ study, theme, templates, options: {} });
    for (const { lieu, texte } of produced.flatMap(({ tree }) => lignesDuDocument(tree))) {
      // The legend of a sign stands wherever the sign does; the words of a need or of a person are quoted wherever they count.
      if (lieu !== 'texte' || texte.startsWith('*')) continue;
      for (const part of texte.replace(/« [^»]* »/g, '«»').split(/[.;:?!](?= |$)/)) {
        const fait = part.replace(/ \((?:figure|tableau) \d+\)|\*|^.*, (?=il manque )/g, '').trim();
        if (fait.split(' ').length >= 7) fois.set(fait, (fois.get(fait) ?? 0) + 1);
      }
    }
    expect([...fois].filter(([, count]) => count > 2)).toEqual([]);
  });

  it('says whose reading the factors are, and of how many actions nothing held back is known', async () => {
    const { compose } = await loadDeliverable('diagnostic');
    const [first] = exemple.actions;
    const dire = (reussites: string[], freins: string[], rest: object = {}): string => {
      const actions = exemple.actions.map((one) => ({
        ...one,
        ...rest,
        reussites,
        freins: one === first ? freins : [],
      }));
      return compose({ study: { ...exemple, actions }, theme, templates, options: {} })
        .produced.flatMap(({ tree }) => lignesDuDocument(tree))
        .map(({ texte }) => texte)
        .join('\n');
    };
    const said = dire(['Un lieu'], ['Le temps']);
    expect(said).toContain('la lecture que les auteurs de l’étude font des documents, non la parole des porteurs');
    expect(said).toMatch(
      /aucun frein n’est relevé pour \d+ actions sur \d+, ce qui ne veut pas dire qu’il n’y en eut pas/,
    );
    expect(said).not.toMatch(/tels que les bilans|les porteurs les donnent/);
    // What stands on a tie above nothing is no more raised than the rest, be it what helped or what held back.
    const equal = dire(['Un lieu', 'Un prix'], ['Le temps', 'La neige']);
    expect(equal).toContain('Aucun facteur de réussite ne domine : 2 sont relevés autant l’un que l’autre');
    expect(equal).toContain('Aucun frein ne domine : 2 sont relevés autant l’un que l’autre');
    // Where each comes from a source or from somebody, the document does not deny it.
    const heard = { fiabilite_champs: { reussites: 'source', freins: 'declaratif' } };
    expect(dire(['Un lieu'], ['Le temps'], heard)).not.toContain('non la parole des porteurs');
    expect(dire(['Un lieu'], ['Le temps'], heard)).toContain(
      'ceux que donnent les sources citées ou les personnes entendues',
    );
  });
});

describe('a study just begun', () => {
  it('says what is not known, counts nobody and ranks nothing', async () => {
    const module = await loadDeliverable('diagnostic');
    const { produced } = module.compose({ study: commencee, theme, templates, options: {} });
    const said = produced
      .flatMap(({ tree }) => lignesDuDocument(tree))
      .map(({ texte }) => texte)
      .join('\n');
    expect(said).toContain('L’étude décrit 1 commune, dont la population n’est pas renseignée.');
    expect(said).not.toMatch(
      /\b0 (?:habitant|fiche|intercommunalité|de moins)|, aucun\.|Aucun domaine ne (?:domine|concentre)/,
    );
    expect(said).not.toMatch(/Aucun besoin n’est tout à fait sans réponse/);
  });

  it('counts those who are known, and says how many communes are not', async () => {
    const [first] = commencee.territoire.communes;
    if (!first) throw new Error('the skeleton has a commune');
    const communes = [
      { ...first, population: 1200 },
      { ...first, code: '00001', nom: 'Autre' },
    ];
    const module = await loadDeliverable('diagnostic');
    const study = { ...commencee, territoire: { ...commencee.territoire, communes } };
    const { produced } = module.compose({ study, theme, templates, options: {} });
    const said = produced.flatMap(({ tree }) => lignesDuDocument(tree)).map(({ texte }) => texte);
    expect(said.join('\n')).toMatch(
      /1 200 habitants \(populations : millésime à préciser\), sans compter 1 commune dont la population n’est pas renseignée/,
    );
  });

  const dire = async (name: (typeof DELIVERABLES)[number], rest: Partial<Study>): Promise<string> => {
    const { compose } = await loadDeliverable(name);
    const study = { ...commencee, ...rest };
    const { produced } = compose({ study, theme, templates, options: { projet: true } });
    return produced
      .flatMap(({ tree }) => [tree.meta.deliverable, ...lignesDuDocument(tree).map(({ texte }) => texte)])
      .join('\n');
  };
  const fiche = { domaines: ['domaine-1'], publics: ['habitants'] };

  it('speaks of needs, factors, experiences and opinions only where there are some', async () => {
    const empty = await dire('diagnostic', {});
    expect(empty).not.toMatch(
      /Un besoin compté « couvert »|Les besoins que ce document présente|Ces expériences sont connues|que demande la commande/,
    );
    expect(empty).not.toMatch(/vient des rencontres|rien d’autre n’a été/);
    const few = await dire('diagnostic', {
      actions: [{ id: 'a', titre: 'Essai', debut: '2024', fiabilite: 'declaratif', ...fiche }],
      outils: [{ id: 'o', nom: 'Four', disponibilite: 'existant', cout: { investissement: 900 }, ...fiche }],
      experiences: [
        { id: 'e', nom: 'Ailleurs', retenue: true, territoire: { nom: 'X' }, transferabilite: { note: 3 }, ...fiche },
      ],
    } as Partial<Study>);
    expect(few).toContain('Une note ne vaut que par ses conditions : aucune n’est écrite.');
    expect(few).toContain('Son coût est donné.');
    expect(few).not.toContain('Ces facteurs sont la lecture');
  });

  it('gives a density of the communes whose inhabitants and area are known', async () => {
    const [first] = commencee.territoire.communes;
    const communes = [
      { ...first, population: 400, superficie_km2: 10 },
      { ...first, code: '00001', nom: 'Autre', superficie_km2: 30 },
    ] as Study['territoire']['communes'];
    const said = await dire('diagnostic', { territoire: { ...commencee.territoire, communes } });
    expect(said).toContain('soit 40 habitants au km²');
    expect(said).toContain('Communes de moins de 500 habitants : 1 sur 1 dont la population est connue');
  });

  it('prints the title of a meeting as any other text, and names who notes as written', async () => {
    const reunion = {
      id: 'r',
      titre: "Bilan de l'essai",
      type: 'copil',
      phase: 'X',
      date: '2027-03-02',
      ordre_du_jour: [],
      etat: 'prevue',
    };
    expect(await dire('copil', { reunions: [reunion] } as Partial<Study>)).toContain('Bilan de l’essai');
    const projet = {
      id: 'p',
      titre: 'P',
      porteur: { designation: 'X', statut: 'public' },
      contexte: 'Y.',
      objectifs: ['Z'],
    };
    const evaluation = { notee_par: commencee.etude.prestataire.nom, notee_le: '2000-01', pertinence: { note: 3 } };
    const said = await dire('bilan', { projets: [{ ...projet, ...fiche, evaluation }] } as unknown as Partial<Study>);
    expect(said).toContain(`Qui a noté les projets : ${commencee.etude.prestataire.nom}.`);
    expect(said).not.toMatch(/^(?:Recommandations : qui|Arrêter|(?:l’arrêter|Arrêter), )/m);
  });

  it('promises no delay that no step gives, and announces neither ground nor convention that is not there', async () => {
    const { mode_operatoire: mode } = premier;
    if (!mode) throw new Error('the example has a mode opératoire');
    const { compose } = await loadDeliverable('mode-operatoire');
    const responsable = mode.parcours[0]?.responsable;
    const bare = {
      scenario: mode.scenario,
      parcours: [{ id: 'e', etape: 'Demande', description: 'Reçue.', responsable }],
    };
    const study = { ...premier, mode_operatoire: bare } as Study;
    const { produced } = compose({ study, theme, templates, options: { projet: true } });
    const said = produced.flatMap(({ tree }) => lignesDuDocument(tree)).map(({ texte }) => texte);
    expect(said.join('\n')).toContain('un seul chemin, sans délai écrit');
    expect(said.join('\n')).not.toMatch(/0 jour ouvré|Chaque condition cite|Chaque convention a sa base/);
  });

  it('says of no set of conventions that each has its ground while one has none, and asks no more for what is decided', async () => {
    const { mode_operatoire: mode } = premier;
    const { compose } = await loadDeliverable('mode-operatoire');
    const convention = {
      id: 'c',
      partenaire: mode?.parcours[0]?.responsable,
      objet: 'Ateliers',
      nature: 'achat',
      montant: 900,
    };
    const dire = (rest: Partial<Study>): string =>
      compose({
        study: { ...premier, mode_operatoire: { ...mode, conventions: [convention] }, ...rest } as Study,
        theme,
        templates,
        options: { projet: true },
      })
        .produced.flatMap(({ tree }) => lignesDuDocument(tree))
        .map(({ texte }) => texte)
        .join('\n');
    const sans = dire({ reunions: [] });
    expect(sans).not.toContain('Chaque convention a sa base');
    expect(sans).toContain('le lancement de l’expérimentation ?');
    const conseil = {
      ...{
        id: 'conseil',
        type: 'deliberation',
        phase: 'P',
        date: premier.etude.livrables?.find(({ id }) => id === 'mode-operatoire')?.date,
        etat: 'tenue',
        ordre_du_jour: [],
      },
      decisions: [{ objet: 'L', texte: 'Lancé.', lance: phaseALancer(premier), statut: 'valide' }],
    };
    const lance = dire({ reunions: [conseil] } as unknown as Partial<Study>);
    expect(lance).not.toMatch(/le lancement de l’expérimentation \?|en demander le lancement/);
  });
});
