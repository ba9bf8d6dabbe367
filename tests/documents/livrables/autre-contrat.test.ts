/** The packs of a study of another contract: one a meeting, and nothing in it of a day that had not come. */
import { describe, expect, it } from 'vitest';
import { nomDuDossier } from '../../../src/documents/livrables/copil.js';
import { loadDeliverable } from '../../../src/documents/registry.js';
import { loadTheme } from '../../../src/render/theme.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { lignesDuDocument } from '../../support/prose.js';

const templates = await templatesDuProgramme();
const theme = (await loadTheme()).charts;
const study = await etudeVive('modeles/exemple');

const dossier = async (reunion: string) => {
  const { compose } = await loadDeliverable('copil');
  return compose({ study, theme, templates, options: { reunion } }).produced.map(({ name: file, tree }) => ({
    file,
    texte: [tree.meta.deliverable, tree.meta.phase, ...lignesDuDocument(tree).map(({ texte }) => texte)].join('\n'),
  }));
};

describe('the packs of another contract', () => {
  it('of two meetings are two files, and the first knows nothing of what came after', async () => {
    const [first] = await dossier('commission-a');
    const [second] = await dossier('commission-b');
    expect([first?.file, second?.file]).toEqual(['copil-commission-a', 'copil-commission-b']);
    expect(second?.texte).toMatch(/société coopérative/);
    const named = (...ids: string[]) =>
      ids.map((id) => nomDuDossier({ reunions: ids.map((one) => ({ id: one })) as never }, id));
    expect(named('copil-bilan', 'cadrage', 'copil')).toEqual(['copil-bilan', 'copil-cadrage', 'copil-copil']);
    expect(named('copil-bilan', 'bilan')).toEqual(['copil-copil-bilan', 'copil-bilan']);
    expect(first?.texte).not.toMatch(/société coopérative|projets? (?:évalué|terminé)|2024-0[3-9]|mars 2024/);
  });
});

/** All that a deliverable says, without its no-break spaces. */
const texteDe = async (livrable: Parameters<typeof loadDeliverable>[0], de = study): Promise<string> => {
  const { compose } = await loadDeliverable(livrable);
  return compose({ study: de, theme, templates, options: {} })
    .produced.flatMap(({ tree }) => lignesDuDocument(tree))
    .map(({ texte }) => texte)
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ');
};

describe('the documents of another contract', () => {
  it('compare scenarios by their short titles, and say of each what is acquired of its receipts', async () => {
    const scenarios = structuredClone(study.scenarios);
    for (const source of scenarios[0]?.financements ?? []) if (source.statut === 'acquis') source.statut = 'sollicite';
    const texte = await texteDe('scenarios', { ...study, scenarios });
    expect(texte).toMatch(/« (?:Coopérative|GIP|Association|Bourg) » (?:vient en premier|devance)/);
    expect(texte).toMatch(/Part des recettes acquise à ce jour : rien pour « Coopérative » ; [\d,]+ % pour/);
    expect(texte).toContain('chiffrées chez « ');
  });

  it('call service what is rendered, never the requests received, which stand beside it or alone under their own name', async () => {
    const dire = async (served: boolean) =>
      texteDe('scenarios', {
        ...study,
        scenarios: study.scenarios.map((one) => ({
          ...one,
          modalites: one.modalites.map((modalite, i) => ({ ...modalite, service_rendu: served && i === 0 })),
        })),
      });
    const rendus = await dire(true);
    expect(rendus).toMatch(
      /^Service : [\d ]+ locations et [\d ]+ demandes reçues par an, en rythme de croisière, .*€ par location \([\d ]+ en tout\), [\d ]+ € par demande reçue \([\d ]+\)\.$/m,
    );
    // What costs a few euros keeps its cents: a meal at 7,47 € and another at 8,04 € are told apart.
    const cheap = await texteDe('scenarios', {
      ...study,
      scenarios: study.scenarios.map((one) => ({
        ...one,
        modalites: one.modalites.map((modalite, i) => ({
          ...modalite,
          service_rendu: i === 0,
          ...(i === 0 ? { volume_annuel: 9000, jours_par_unite: 0.001 } : {}),
        })),
      })),
    });
    expect(cheap).toMatch(/montée en charge comprise : \d,\d\d € par location/);
    // The whole cost shared out among a few requests beside thousands of meals says nothing: they are counted, and have no price.
    const rares = await texteDe('scenarios', {
      ...study,
      scenarios: study.scenarios.map((one) => ({
        ...one,
        modalites: one.modalites.map(({ demande_accompagnee: _, ...modalite }, i) => ({
          ...modalite,
          ...(i === 0 ? { volume_annuel: 9000, unite: 'repas', service_rendu: true } : { demande_accompagnee: true }),
        })),
      })),
    });
    expect(rares).toMatch(
      /^Service : 9 000 repas et \d+ demandes reçues par an, .* € par repas \([\d ]+ en tout\)\.$/m,
    );
    expect(rares).not.toContain('par demande reçue');
    // A reader multiplies, and finds the total cost again.
    const lus = (motif: RegExp): number[] =>
      (motif.exec(rendus) ?? []).slice(1).map((n) => Number(n.replace(/ /g, '')));
    const [each = 0, count = 0] = lus(/([\d ]+) € par demande reçue \(([\d ]+)\)/);
    const [total = 0] = lus(/Le scénario coûte ([\d ]+) €/);
    expect(Math.abs(each * count - total)).toBeLessThanOrEqual(count / 2 + 1);
    const sans = await dire(false);
    expect(sans).toMatch(
      /^Demandes reçues : [\d ]+ par an, en rythme de croisière, .*€ par demande reçue \([\d ]+ en tout\)\.$/m,
    );
    for (const texte of [rendus, sans]) expect(texte).not.toMatch(/^Service : [\d ]+ demandes/m);
  });

  it('say of a reserve whose answer waits for its task what is planned', async () => {
    const mode = structuredClone(study.mode_operatoire);
    const reserve = mode?.reserves?.[0];
    if (!mode || !reserve) throw new Error('the example has no reserve');
    Object.assign(reserve, { tache: 'dossier', etat: 'a-engager' });
    expect(await texteDe('mode-operatoire', { ...study, mode_operatoire: mode })).toMatch(
      /Associer les aînés au choix des vélos \(émise .*\) : prévu : un essai leur est réservé\. Aucune suite n’est écrite à cette date\./,
    );
  });
});
