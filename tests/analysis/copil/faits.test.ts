/** The facts under each decision of a pack, and the drafts put to the vote: what is there, what is not, and no more than three recommendations. */
import { describe, expect, it } from 'vitest';
import { parFamille } from '../../../src/analysis/chiffres/chiffre.js';
import { chiffresDe } from '../../../src/analysis/chiffres/index.js';
import { connuAu } from '../../../src/analysis/contexte.js';
import { analyserCopil } from '../../../src/analysis/copil/copil.js';
import { resolutionsDe } from '../../../src/analysis/copil/resolutions.js';
import { tete } from '../../../src/analysis/projets/suites.js';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import type { Study } from '../../../src/study/study.js';
import { critere, etudeAvecScenarios, notees, scenario } from '../small-scenario.js';
import { DATE, etude, petitProjet } from '../small-study.js';

type Reunion = Study['reunions'][number];
const plain = (text: string): string => text.replace(/\s/g, ' ');
const reunion = (rest: object = {}): Reunion =>
  ({
    id: 'r',
    titre: 'La réunion',
    type: 'copil',
    phase: 'P',
    date: '2018-05-01',
    ordre_du_jour: [],
    ...rest,
  }) as unknown as Reunion;
const point = (livrable: string | undefined, rest: object = {}) => ({
  point: livrable ?? 'Point',
  decision_attendue: 'Valider.',
  ...(livrable ? { livrable } : {}),
  ...rest,
});
const dossier = (study: Study, one: Reunion, date = DATE) =>
  analyserCopil(connuAu({ ...study, reunions: [...study.reunions, one] }, date), one);
const faits = (study: Study, livrable?: string) =>
  dossier(study, reunion({ ordre_du_jour: [point(livrable)] })).decisionsAPrendre.flatMap((one) =>
    one.faits.map(plain),
  );
const note = { note: 4 as const, commentaire: 'x' };

describe('the facts of the evaluation', () => {
  it('are none while no project is evaluated', () => {
    for (const livrable of ['bilan', 'fiches-projets'])
      expect(faits(etude({ projets: [petitProjet('p')] }), livrable)).toEqual(['Aucun projet n’est évalué.']);
  });
  it('are the projects ended and the gaps that matter', () => {
    const projets = [
      petitProjet('p', {
        etat: 'termine',
        evaluation: { effets: note },
        accompagnement: { jours_prevus: 10, jours_realises: 12 },
      }),
      petitProjet('q'),
    ];
    expect(faits(etude({ projets }), 'fiches-projets')).toEqual(
      ['Un projet terminé sur deux.', 'Jours d’agent : 12 jours pour 10 prévus.'].map((text, i) =>
        i === 0 ? expect.stringMatching(/terminé/) : text,
      ),
    );
    expect(faits(etude({ projets: [petitProjet('p', { evaluation: { effets: note } })] }), 'fiches-projets')).toEqual([
      expect.stringMatching(/^Aucun projet terminé/),
    ]);
  });
  it('are the targets reached, those missed in one sentence, and what the recommendations open with, the others counted', () => {
    const of = (indicateurs: object[], recommandations: number) =>
      faits(
        etude({
          projets: [petitProjet('p', { evaluation: { effets: note } })],
          mode_operatoire: { scenario: 'a', parcours: [], indicateurs } as never,
          evaluation: {
            evaluateur: { designation: 'X' },
            echelle: [],
            recommandations: Array.from({ length: recommandations }, (_, i) => ({ id: `r${i}`, texte: `R${i}.` })),
          } as never,
        }),
        'bilan',
      );
    const indicateur = (id: string, valeur: number) => ({
      id,
      libelle: id,
      unite: 'u',
      cible: 10,
      mesures: [{ date: '2018-01', valeur }],
    });
    expect(of([], 0)).toEqual(['Le dispositif n’a pas d’indicateur.']);
    const named = (n: number) => Array.from({ length: n }, (_, i) => `Recommandation R${i + 1} : r${i}.`);
    expect(of([indicateur('i', 10), indicateur('j', 9)], 3)).toEqual([
      expect.stringMatching(/cible du dispositif atteinte/),
      'Non atteinte : j (9 u pour 10 au moins).',
      ...named(3),
    ]);
    expect(of([indicateur('i', 9), indicateur('j', 8)], 9)).toEqual([
      expect.stringMatching(/^Aucune cible du dispositif atteinte/),
      'Non atteintes : i (9 u pour 10 au moins) ; j (8 u pour 10 au moins).',
      ...named(8),
      'Une autre recommandation dans le bilan.',
    ]);
    expect(of([], 10).at(-1)).toBe('Deux autres recommandations dans le bilan.');
  });
  it('give of a recommendation what it opens with: its detail is in the report', () => {
    expect(['Compter quinze jours : cinq projets.', 'Signer (un an à 80 %).', 'Diffuser.'].map(tete)).toEqual([
      'Compter quinze jours',
      'Signer',
      'Diffuser',
    ]);
  });
  it('count the objectives that were reached, all projects together, where one is measured', () => {
    const mesure = [{ date: '2018-01', valeur: 12 }];
    const indicateurs = [{ id: 'i', libelle: 'i', unite: 'u', cible: 10, objectif: 1, mesures: mesure }];
    const projet = petitProjet('p', { evaluation: { effets: note }, objectifs: ['O1', 'O2'], indicateurs } as never);
    expect(faits(etude({ projets: [projet] }), 'fiches-projets')).toContain(
      'Un objectif atteint sur deux, tous projets ensemble.',
    );
  });
});

describe('the facts of the scenarios', () => {
  it('are three sentences of the conclusion at the most, and each with its cost and its tests', () => {
    expect(faits(etude(), 'scenarios')).toEqual(['Aucun scénario n’est décrit.']);
    const found = faits(
      etudeAvecScenarios(
        [scenario('a'), scenario('b')],
        notees({ x: { a: 9, b: 1 }, y: { a: 5, b: 5 } }, { x: 3, y: 1 }),
      ),
      'scenarios',
    );
    expect(found).toHaveLength(5);
    expect(found[0]).toContain('« Scénario a » vient en premier');
    expect(found.slice(3)).toEqual(
      ['a', 'b'].map((id) =>
        expect.stringMatching(
          new RegExp(`^Scénario ${id} : 25 000 € par an, tests de viabilité satisfaits : \\d+ sur \\d+`),
        ),
      ),
    );
  });
});

describe('a pack', () => {
  const avecLivrables = (study: Study): Study =>
    ({
      ...study,
      etude: {
        ...study.etude,
        livrables: [
          { id: 'diagnostic', titre: 'Diagnostic', date: '2018-01-01' },
          { id: 'copil', titre: 'Dossier', date: '2018-01-01' },
        ],
      },
    }) as unknown as Study;
  it('names its points that ask for a decision, with their deliverable, and counts its minutes', () => {
    const found = dossier(
      avecLivrables(etude()),
      reunion({
        ordre_du_jour: [
          point('diagnostic', { minutes: 20 }),
          { point: 'Information', minutes: 5 },
          point('inconnu'),
          point(undefined),
        ],
      }),
    );
    expect(
      found.decisionsAPrendre.map(({ point: p, attendue, livrable, titreLivrable }) => [
        p,
        attendue,
        livrable,
        titreLivrable,
      ]),
    ).toEqual([
      ['diagnostic', 'Valider.', 'diagnostic', 'Diagnostic'],
      ['inconnu', 'Valider.', 'inconnu', null],
      ['Point', 'Valider.', null, null],
    ]);
    expect([found.minutes, found.titre, found.tenue, found.scenarios, found.perimetres, found.bilan]).toEqual([
      25,
      'La réunion',
      false,
      null,
      null,
      null,
    ]);
    // The pack is no deliverable of its own table.
    expect(found.etat.livrables.map(({ id }) => id)).toEqual(['diagnostic']);
  });
  it('follows the last meeting held before it', () => {
    const autre = (id: string, date: string, rest: object = {}) =>
      reunion({ id, titre: id, date, etat: 'tenue', ...rest });
    const precedente = (...reunions: Reunion[]) => dossier(etude({ reunions }), reunion()).precedente;
    expect(
      precedente(
        autre('b', '2018-02-01', { decisions: [{ objet: 'O', texte: 'T' }] }),
        autre('a', '2018-01-01'),
        autre('p', '2018-03-01', { etat: 'prevue' }),
        autre('c', '2018-06-01'),
        autre('d', '2018-05-01'),
      ),
    ).toEqual({ titre: 'b', date: '2018-02-01', decisions: [{ objet: 'O', texte: 'T' }] });
    expect([precedente(autre('a', '2018-01-01'))?.decisions, precedente()]).toEqual([[], null]);
  });
});

describe('drafts of a choice', () => {
  const titres = (study: Study, livrable = 'scenarios') =>
    (
      resolutionsDe(
        study,
        reunion({ ordre_du_jour: [point(livrable)] }),
        study.scenarios.length > 0 ? analyserScenarios(study, { tirages: 1 }) : null,
      )[0]?.projets ?? []
    ).map(({ titre, texte }) => [titre, plain(texte)] as const);
  it('are those of the scenarios in their order where nothing ranks them, and a validation for one alone', () => {
    expect(titres(etudeAvecScenarios([scenario('b'), scenario('a')])).map(([titre]) => titre)).toEqual([
      'Retenir « Scénario a »',
      'Retenir « Scénario b »',
      'Demander un ajustement',
    ]);
    expect(titres(etudeAvecScenarios([scenario('a')])).map(([titre]) => titre)).toEqual([
      'Valider en l’état',
      'Valider avec des réserves',
      'Ajourner',
    ]);
    const tied = etudeAvecScenarios(
      [scenario('b'), scenario('a'), scenario('c')],
      [
        critere('x', 1, {
          mesure: {
            notes: {
              a: [{ evaluateur: 'e', note: 5 }],
              b: [{ evaluateur: 'e', note: 5 }],
              c: [{ evaluateur: 'e', note: 9 }],
            },
          },
        }),
      ],
    );
    expect(
      titres(tied)
        .map(([titre]) => titre)
        .slice(0, 3),
    ).toEqual(['Retenir « Scénario c »', 'Retenir « Scénario a »', 'Retenir « Scénario b »']);
  });
  it('ask one condition in the singular, none where nothing is asked', () => {
    const avec = (rest: object) =>
      titres(etudeAvecScenarios([scenario('a', rest as never), scenario('b')]))[0]?.[1] ?? '';
    expect(avec({ conditions_juridiques: [{ libelle: 'Un statut.', etat: 'bloquante' }] })).toContain(
      '« Scénario a », à cette condition : un statut.',
    );
    expect(avec({})).toContain('« Scénario a ».');
    expect(avec({ risques: [{ id: 'r', libelle: 'R', probabilite: 1, gravite: 1 }] })).toContain('« Scénario a ».');
  });
  it('of another deliverable name it by its title, else by its id', () => {
    const study = {
      ...etude(),
      etude: {
        ...etude().etude,
        livrables: [
          { id: 'autre', titre: 'Autre', date: '2018' },
          { id: 'diagnostic', titre: 'Diagnostic partagé', date: '2018' },
        ],
      },
    } as unknown as Study;
    expect(titres(study, 'diagnostic')[0]?.[1]).toContain('« Diagnostic partagé »');
    expect(titres(study, 'inconnu')[0]?.[1]).toContain('« inconnu »');
    expect(titres({ ...study, evaluation: { suites: [] } } as never, 'bilan').map(([titre]) => titre)[0]).toBe(
      'Valider en l’état',
    );
  });
});

describe('figures by family', () => {
  it('are computed when one of the family is first asked for', () => {
    const read: string[] = [];
    const famille = (prefixe: string | undefined, mots: string[], ...noms: string[]) => ({
      ...(prefixe === undefined ? {} : { prefixe }),
      mots,
      chiffres: () => {
        read.push(prefixe ?? 'tout');
        return noms.map((nom) => ({
          nom,
          libelle: nom,
          valeur: 1,
          unite: 'nombre' as const,
          ...(nom.endsWith('n') ? { mot: 'chose' } : {}),
        }));
      },
    });
    const chiffres = parFamille([
      famille('a.', ['chose'], 'a.n', 'a.x'),
      famille('b.', ['autre'], 'b.n'),
      famille(undefined, ['chose'], 'c.n'),
    ]);
    expect([chiffres.get('a.n')?.nom, read.join()]).toEqual(['a.n', 'a.']);
    expect([chiffres.has('c.n'), chiffres.has('c.z'), read.join()]).toEqual([true, false, 'a.,tout']);
    expect(chiffres.get('b.z')).toBeUndefined();
    expect(chiffres.keys()).toEqual(['a.n', 'a.x', 'b.n', 'c.n']);
    expect(chiffres.values().map(({ nom }) => nom)).toEqual(['a.n', 'a.x', 'b.n', 'c.n']);
    expect(chiffres.comptesDe('choses').map(({ nom }) => nom)).toEqual(['a.n', 'c.n']);
    expect(read).toEqual(['a.', 'tout', 'b.']);
  });
  it('of the scenarios have their unit: a share, an amount and what follows it, a count', () => {
    const chiffres = chiffresDe(etudeAvecScenarios([scenario('a')], notees({ x: { a: 5 } }, { x: 1 })), DATE);
    const unite = (nom: string) => {
      const { unite: u, suffixe } = chiffres.get(`scenarios.a.${nom}`) ?? {};
      return [u, suffixe];
    };
    expect(
      ['cout_annuel', 'cout_total', 'part_autofinancement', 'demandes_annuelles', 'score', 'rang'].map(unite),
    ).toEqual([
      ['euros', '/an'],
      ['euros', undefined],
      ['part', undefined],
      ['nombre', expect.any(String)],
      ['nombre', 'points'],
      ['nombre', undefined],
    ]);
    expect(chiffres.get('scenarios.a.rang')?.valeur).toBe(1);
  });
});
