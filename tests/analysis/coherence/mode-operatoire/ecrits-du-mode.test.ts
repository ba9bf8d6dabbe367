/** What the sentences of a mode opératoire may write of its own figures. */
import { describe, expect, it } from 'vitest';
import { tresorerieEcrite } from '../../../../src/analysis/coherence/regles/financement/tresorerie-ecrite.js';
import {
  dureeEcrite,
  periodeDeTache,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/durees-ecrites.js';
import {
  delaiEcrit,
  frequenceEcrite,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/ecrits-du-mode.js';
import { duMode, mode, reunion, tache, tells } from '../told.js';

describe('sentences of a mode opératoire', () => {
  it('promise the days that are counted, or none', () => {
    const promis = (libelle: string) => mode({ delais_promis: [{ libelle, jours: 10, etapes: [] }] });
    expect(
      tells(delaiEcrit, [
        promis('Réponse en dix jours'),
        promis('Réponse dans les meilleurs délais'),
        promis('Réponse sous 10 jours, ou 20 jours en été'),
        promis('Réponse en cinq jours'),
      ]),
    ).toEqual([0, 0, 0, 1]);
  });

  it('convene a body as often as it meets; « mensuel » may be ten times a year', () => {
    const instance = { nom: 'Comité technique', role: 'Trie.', frequence: 'mensuelle', reunions_an: 10 };
    const dit = (description: string, resume: string, rest: object = {}) =>
      duMode({
        resume,
        instances: [{ ...instance, ...rest }],
        parcours: [{ etape: 'Trier', description, responsable: 'cdc', instance: 'Comité technique' }],
      });
    expect(
      tells(frequenceEcrite, [
        dit('Dix séances par an.', 'Un comité technique mensuel trie.'),
        dit('Quatre séances par an.', 'Un comité technique trie.'),
        dit('Trois personnes par séance.', 'Un comité technique trimestriel trie.'),
        dit('On trie.', 'Un comité technique trimestriel trie.', { frequence: 'à la demande' }),
        dit('On trie.', 'Un comité technique mensuel trie.', { frequence: 'à la demande' }),
        dit('On trie.', 'Un comité technique annuel trie.', { frequence: 'à la demande', reunions_an: undefined }),
      ]),
    ).toEqual([0, 1, 1, 1, 0, 0]);
  });

  it('give a task its months, those of its real dates first', () => {
    const dit = (suite: string, rest: object = {}) =>
      mode({
        reserves: [{ reserve: 'Ouvrir', suite, tache: 't' }],
        taches: [tache('t', '2018-10', '2019-06', rest)],
      });
    expect(
      tells(periodeDeTache, [
        dit('Une séance par mois, d’octobre à juin.'),
        dit('Une séance par mois, d’octobre 2018 à juin 2019.'),
        dit('Une séance par mois jusqu’en juin.'),
        dit('Une séance par mois, de novembre à juin.'),
        dit('Une séance par mois, de novembre à juin.', { debut_reel: '2018-11' }),
        dit('Une séance par mois, d’octobre 2017 à juin 2018.'),
        dit('Une séance par mois d’octobre à mars dans chacune des deux communes.'),
      ]),
    ).toEqual([0, 0, 0, 1, 0, 1, 1]);
  });

  it('tell the length of the experimentation to three weeks, where they decide it', () => {
    const dit = (texte: string, experimentation: object, lance: string | undefined = 'Essai') =>
      duMode(
        { experimentation },
        {},
        {
          reunions: [
            reunion('r', '2018-07-03', {
              decisions: [{ objet: 'Essai', texte, statut: 'valide', ...(lance ? { lance } : {}) }],
            }),
          ],
        },
      );
    const an = { debut: '2018-09', fin: '2019-08' };
    expect(
      tells(dureeEcrite, [
        dit('L’essai est lancé pour un an.', an),
        dit('L’essai est lancé pour douze mois.', { debut: '2018-09-15', fin: '2019-09-14' }),
        dit('L’essai est lancé pour six mois.', { debut: '2024-06-15', fin: '2024-11-30' }),
        dit('L’essai est lancé pour deux ans.', an),
        dit('La délégation est votée pour deux ans.', an, ''),
      ]),
    ).toEqual([0, 0, 0, 1, 0]);
  });

  it('open the advance and the line of the cash plan', () => {
    const dit = (libelle: string, criteres: object) =>
      duMode(
        { conditions: { techniques: [], juridiques: [], financieres: [{ libelle, etat: 'remplie' }] } },
        {},
        { criteres },
      );
    const plan = { hypotheses: { tresorerie_initiale: 40_000 }, viabilite: { seuil_tresorerie: -50_000 } };
    expect(
      tells(tresorerieEcrite, [
        dit('Avance de trésorerie de 40 000 €', plan),
        dit('Avance de trésorerie de 30 000 €', plan),
        dit('Ligne de trésorerie de 50 000 € pour 40 000 € d’aide', plan),
        dit('Ligne de trésorerie de 80 000 €', plan),
        dit('Ligne de trésorerie de 80 000 €', { ...plan, viabilite: {} }),
        dit('Avance de trésorerie de 30 000 €', { ...plan, hypotheses: {} }),
      ]),
    ).toEqual([0, 1, 0, 1, 0, 0]);
  });

  it('of a vote open them as the plan does; a committee that proposes opens nothing', () => {
    const vote = (texte: string, type: 'deliberation' | 'copil', etat: 'tenue' | 'prevue' = 'tenue') => ({
      ...mode({}),
      criteres: { criteres: [], hypotheses: { tresorerie_initiale: 40_000 } },
      reunions: [reunion('r', '2024-03-01', { type, etat, decisions: [{ objet: 'Plan', texte, statut: 'valide' }] })],
    });
    const avec = (amount: string): string =>
      `Le plan de financement est approuvé, avec une avance de trésorerie de ${amount}.`;
    expect(
      tells(tresorerieEcrite, [
        vote(avec('40 000 €'), 'deliberation'),
        vote(avec('45 000 €'), 'deliberation'),
        vote(avec('45 000 €'), 'copil'),
        vote(avec('45 000 €'), 'deliberation', 'prevue'),
      ]),
    ).toEqual([0, 1, 0, 0]);
  });
});
