/** The words of public accounts are those of a public bearer; counts by public say what they leave out. */
import { expect, it } from 'vitest';
import { diagnostic } from '../../../src/documents/livrables/diagnostic.js';
import { modeOperatoire } from '../../../src/documents/livrables/mode-operatoire.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { lignesDuDocument } from '../../support/prose.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('data');
const says = (module: typeof diagnostic | typeof modeOperatoire, change: Partial<Study>): string => {
  const { produced } = module.compose({
    study: { ...study, ...change },
    theme,
    templates,
    options: { projet: true, scenario: study.mode_operatoire?.scenario },
  } as never);
  return produced
    .flatMap(({ tree }) => lignesDuDocument(tree))
    .map(({ texte }) => texte)
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ');
};

it('the first year shows no receipt of another, and says what comes before anything is spent', () => {
  const change = (financements: (list: Study['scenarios'][number]['financements']) => unknown) => ({
    scenarios: study.scenarios.map((one) =>
      one.id === study.mode_operatoire?.scenario ? { ...one, financements: financements(one.financements) } : one,
    ),
  });
  const own = { nature: 'recette', origine: 'prive', montant: 10, statut: 'acquis', acquis_le: '2018-01-01' };
  const text = says(
    modeOperatoire,
    change((list) => [
      ...list,
      { ...own, id: 'deux', libelle: 'De la deuxième année', annees: [2] },
      { ...own, id: 'tout', libelle: 'Tout d’avance ici', acompte: 1 },
      { ...own, id: 'part', libelle: 'Par moitié', acompte: 0.5, demandes_paiement: 'annuelle' },
    ]) as never,
  );
  expect(text).not.toMatch(/De la deuxième année/);
  expect(text).toMatch(/Tout d’avance ici[\s\S]{0,80}Aucune : tout d’avance/);
  expect(text).toMatch(/Par moitié[\s\S]{0,80}Annuelle, 50 % d’avance/);
});

it('says of what a section of investment has too much that a loan brings it, and that it is owed', () => {
  const loan = {
    id: 'pret',
    libelle: 'Prêt de la banque',
    nature: 'emprunt',
    montant: 20000,
    statut: 'pressenti',
    remboursement: { taux: 0.02, duree_annees: 10 },
  };
  const text = (nature: string): string => {
    const scenarios = study.scenarios.map((one) =>
      one.id === study.mode_operatoire?.scenario
        ? { ...one, financements: [...one.financements, { ...loan, nature, financeur: one.porteur }] }
        : one,
    );
    const mode = study.mode_operatoire;
    const nomenclature = (mode?.nomenclature ?? []).map((line) =>
      line.sens === 'recette' && line.section === 'investissement'
        ? { ...line, natures: [...line.natures, 'emprunt' as const] }
        : line.chapitre === '20'
          ? { ...line, natures: [...line.natures, 'capital' as const] }
          : line,
    );
    return says(modeOperatoire, { scenarios, mode_operatoire: { ...mode, nomenclature } } as never);
  };
  const told =
    /De ce que l’investissement a de trop, ([\d ]+) € en 2018 viennent d’un emprunt plus fort que les achats/;
  const [, amount = ''] = told.exec(text('emprunt')) ?? [];
  // 20 000 € for 6 500 € of purchases, less what is given back of it in the months of that year.
  expect(Number(amount.replace(/\s/g, ''))).toBeGreaterThan(12000);
  expect(Number(amount.replace(/\s/g, ''))).toBeLessThanOrEqual(13500);
  expect(says(modeOperatoire, {})).not.toMatch(told);
});

it('a bearer that is not public has no section nor vote of a budget', () => {
  const bearer = study.scenarios.find(({ id }) => id === study.mode_operatoire?.scenario)?.porteur;
  const of = (type: 'association' | 'syndicat-mixte') =>
    says(modeOperatoire, { acteurs: study.acteurs.map((one) => (one.id === bearer ? { ...one, type } : one)) }).match(
      /L’année, par exercice[^\n]*|Recettes moins dépenses : [^\n]*/g,
    );
  expect(of('syndicat-mixte')?.join('\n')).toMatch(
    /par exercice budgétaire et par chapitre\n.*section de fonctionnement, .*; section d’investissement, .*se vote en équilibre/,
  );
  expect(of('association')?.join('\n')).toMatch(
    /par exercice et par compte\n.*: fonctionnement, .* ; investissement, /,
  );
  expect(of('association')?.join('\n')).not.toMatch(/section d|se vote|chapitre/);
});

it('participants known by a total alone are told apart, in the chapter and under the counts', () => {
  const participation = study.participation.map((one, i) => (i === 0 ? { ...one, participants_total: 4000 } : one));
  expect(says(diagnostic, {})).not.toMatch(/sans leur public/);
  const text = says(diagnostic, { participation });
  expect(text).toMatch(
    /Un temps de participation n’a ses participants qu’en total, sans leur public, pour [\d ]+ personnes/,
  );
  expect(text).toMatch(/Hors de ces comptes : [\d ]+ personnes connues par le seul total d’un temps de participation/);
});

it('people heard are told first, even where their public is not', () => {
  const heard = (participants: object | undefined, total: number | undefined) =>
    says(diagnostic, {
      participation: study.participation.slice(0, 1).map(({ participants: _, reponses: __, envoyes: ___, ...one }) => ({
        ...one,
        type: 'atelier' as const,
        ...(participants === undefined ? {} : { participants: participants as Record<string, number> }),
        ...(total === undefined ? {} : { participants_total: total }),
      })),
    });
  const [first] = study.etude.publics;
  const some = heard({ [first?.id ?? '']: 30 }, 42);
  expect(some).toMatch(
    /La démarche compte 30 participations.*s’y ajoutent 12 personnes entendues dont le public n’est pas dit/,
  );
  expect(some).toMatch(/Aucune participation n’est comptée pour/);
  expect(some).not.toMatch(/[Pp]ersonne n’(en )?a (encore )?été entendu/);
  const totals = heard(undefined, 42);
  expect(totals).toMatch(/La démarche a entendu 42 personnes.*dont le public n’est pas dit/);
  expect(totals).toMatch(/Le public des personnes entendues n’est pas dit/);
  expect(totals).not.toMatch(/[Pp]ersonne n’(en )?a (encore )?été entendu|Aucune rencontre n’est consignée/);
  const none = heard(undefined, undefined);
  expect(none).toMatch(/Personne n’a encore été entendu/);
  expect(none).not.toMatch(/Aucune rencontre n’est consignée/);
});
