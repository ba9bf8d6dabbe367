/** The pack of a meeting: the facts under each decision, what was decided before, and which meeting is prepared. */
import { describe, expect, it } from 'vitest';
import { connuAu } from '../../../src/analysis/contexte.js';
import { analyserCopil } from '../../../src/analysis/copil/copil.js';
import { resolutionsDe } from '../../../src/analysis/copil/resolutions.js';
import { reunionDuDossier } from '../../../src/analysis/copil/reunion.js';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import type { Study } from '../../../src/study/study.js';
import { etudeAvecScenarios, notees, scenario } from '../small-scenario.js';
import { besoin, DATE, etude, outil, rencontre } from '../small-study.js';

type Reunion = Study['reunions'][number];
const reunion = (id: string, date: string, rest: Partial<Reunion> = {}): Reunion => ({
  id,
  type: 'copil',
  phase: 'Phase',
  date,
  ordre_du_jour: [],
  ...rest,
});
const decider = (livrable?: string): Reunion['ordre_du_jour'][number] => ({
  point: livrable ?? 'Point',
  decision_attendue: 'Valider.',
  ...(livrable ? { livrable } : {}),
});
const prochaine = (...ordre_du_jour: Reunion['ordre_du_jour']) => reunion('r', '2018-05-01', { ordre_du_jour });
const dossier = (study: Study, one: Reunion) =>
  analyserCopil(connuAu({ ...study, reunions: [...study.reunions, one] }, DATE), one);
const faits = (study: Study, livrable?: string) =>
  dossier(study, prochaine(decider(livrable))).decisionsAPrendre.flatMap((one) => one.faits);

describe('facts under a decision', () => {
  it('count the diagnostic, and say what is not there rather than « 0 »', () => {
    expect(faits(etude(), 'diagnostic')).toEqual([
      'Aucun besoin n’est recensé.',
      'Personne n’a été entendu.',
      'Inventaires : aucune action conduite, aucun acteur, aucun outil.',
    ]);
    const study = etude({ besoins: [besoin('a'), besoin('b')], outils: [outil('o')], participation: [rencontre('p')] });
    expect(faits(study, 'diagnostic')).toEqual([
      'Besoins recensés : 2, dont 2 sans réponse.',
      'Participations : 12.',
      'Inventaires : aucune action conduite, aucun acteur, 1 outil.',
    ]);
  });

  it('tell apart the conditions met and the conventions signed of a mode of operation', () => {
    expect(faits(etude(), 'mode-operatoire')).toEqual(['Le mode opératoire n’est pas décrit.']);
    const mode = (conditions: object, conventions: object[]) =>
      faits({ ...etude(), mode_operatoire: { conditions, conventions } as never }, 'mode-operatoire');
    expect(mode({}, [])).toEqual([
      'Aucun scénario n’est retenu.',
      'Aucune condition n’est posée.',
      'Aucune convention n’est prévue.',
    ]);
    const juridiques = ['remplie', 'a-remplir', 'a-remplir'].map((etat) => ({ etat }));
    const texte = mode({ juridiques }, [{ etat: 'signee' }, { etat: 'signee' }, { etat: 'projet' }]).join(' ');
    expect(texte).toContain('Trois conditions posées, dont deux non remplies.');
    expect(texte).toContain('Trois conventions prévues, deux signées.');
  });

  it('give each scenario with its cost, or say that there is none', () => {
    expect(faits(etude(), 'scenarios')).toEqual(['Aucun scénario n’est décrit.']);
    const study = etudeAvecScenarios([scenario('a')], notees({ c: { a: 5 } }, { c: 1 }));
    // 50 000 of expenses over two years.
    expect(faits(study, 'scenarios').at(-1)).toMatch(/^Scénario a : 25\s000\s€ par an, tests de viabilité satisfaits/u);
  });

  it('say that no project is evaluated, and answer the contract where no deliverable is named', () => {
    expect(faits(etude(), 'fiches-projets')).toEqual(['Aucun projet n’est évalué.']);
    expect(faits(etude(), 'bilan')).toEqual(['Aucun projet n’est évalué.']);
    expect(faits(etude())).toHaveLength(1);
  });
});

describe('the pack', () => {
  it('recalls the last meeting held before, not one planned, later, or itself', () => {
    const reunions = [
      reunion('tenue-2', '2018-02-01', { etat: 'tenue' }),
      reunion('tenue-1', '2018-01-01', { etat: 'tenue' }),
      reunion('prevue', '2018-03-01'),
      reunion('apres', '2018-06-01', { etat: 'tenue' }),
    ];
    expect(dossier(etude({ reunions }), prochaine()).precedente?.date).toBe('2018-02-01');
    expect(dossier(etude(), prochaine()).precedente).toBeNull();
  });

  it('adds the minutes that are told, and asks only what awaits a decision', () => {
    const one = prochaine({ point: 'A', minutes: 20 }, { point: 'B', minutes: 15 }, decider());
    const { minutes, decisionsAPrendre, resolutions, tenue } = dossier(etude(), one);
    expect([minutes, tenue]).toEqual([35, false]);
    expect(decisionsAPrendre.map(({ point }) => point)).toEqual(['Point']);
    expect(resolutions).toHaveLength(1);
    const held = reunion('h', '2018-02-10', { etat: 'tenue', ordre_du_jour: [decider()] });
    expect(dossier(etude(), held)).toMatchObject({ tenue: true, resolutions: [] });
  });

  it('prepares the meeting named, else the next planned, else the last held', () => {
    const reunions = [
      reunion('c', '2018-06-01'),
      reunion('b', '2018-03-01'),
      reunion('passee', '2018-01-15'),
      reunion('a2', '2018-01-10', { etat: 'tenue' }),
      reunion('a1', '2017-12-01', { etat: 'tenue' }),
    ];
    expect(reunionDuDossier(etude({ reunions }))?.id).toBe('b');
    expect(reunionDuDossier(etude({ reunions }), 'a1')?.id).toBe('a1');
    expect(reunionDuDossier(etude({ reunions }), 'zz')).toBeNull();
    expect(reunionDuDossier(etude({ reunions: reunions.slice(2) }))?.id).toBe('a2');
    expect(reunionDuDossier(etude({ reunions: [reunion('jour', DATE)] }))?.id).toBe('jour');
    expect(reunionDuDossier(etude())).toBeNull();
  });
});

describe('drafts of a choice', () => {
  const choix = (scenarios: Parameters<typeof etudeAvecScenarios>[0], notes: Record<string, number>) => {
    const study = etudeAvecScenarios(scenarios, notees({ c: notes }, { c: 1 }));
    return resolutionsDe(study, prochaine(decider('scenarios')), analyserScenarios(study))[0]?.projets ?? [];
  };

  it('come in the order of the comparison', () => {
    const titres = choix([scenario('a'), scenario('b'), scenario('c')], { a: 2, b: 9, c: 5 }).map(({ titre }) => titre);
    expect(titres.slice(0, 3)).toEqual(['b', 'c', 'a'].map((id) => `Retenir « Scénario ${id} »`));
  });

  it('ask what the law still wants, and not the answer to a risk, which nobody has decided', () => {
    const risque = (probabilite: 1 | 2 | 3 | 4, gravite: 1 | 2 | 3 | 4, parade: string) => ({
      id: parade,
      libelle: parade,
      probabilite,
      gravite,
      parade,
    });
    const conditionne = scenario('a', {
      conditions_juridiques: [
        { libelle: 'Un statut', etat: 'a-remplir' },
        { libelle: 'Un accord', etat: 'remplie' },
      ],
      risques: [risque(2, 3, 'Parer un peu.'), risque(3, 3, 'Parer beaucoup.'), risque(4, 1, 'Ne pas parer.')],
    } as never);
    const [first, second] = choix([conditionne, scenario('b')], { a: 9, b: 1 });
    expect(first?.texte).toContain('retient « Scénario a », à cette condition : un statut.');
    expect(second?.texte).toContain('retient « Scénario b ».');
  });

  it('are lettered beyond Z without repeating', () => {
    const points = Array.from({ length: 28 }, (_, i) => ({ point: `P${i}`, decision_attendue: 'Valider.' }));
    const lettres = resolutionsDe(etude(), prochaine(...points), null).flatMap(({ projets }) =>
      projets.map(({ lettre }) => lettre),
    );
    expect([lettres[25], lettres[26], lettres[51], lettres[52]]).toEqual(['Z', 'AA', 'AZ', 'BA']);
    expect(new Set(lettres).size).toBe(lettres.length);
  });
});
