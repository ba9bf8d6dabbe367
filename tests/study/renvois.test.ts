/** References inside a scenario: a post, a modality, a line of expense that it has not got is an error at its place. */
import { describe, expect, it } from 'vitest';
import { toldOf } from '../../scripts/fuzz/told.js';
import { COLLECTIONS } from '../../src/study/collections.js';
import type { Shape } from '../../src/study/shape.js';
import { SHAPES } from '../../src/study/shapes.gen.js';
import { etudeDe } from '../support/composed.js';
import { lineAt, loadPatched } from '../support/incoherence.js';

const dans = 'scenarios.yaml';

describe('a reference inside a scenario', () => {
  it.each([
    [
      'a modality',
      {
        de: '{ outil: flotte, annee: 1, quantite: 1 }',
        par: '{ outil: flotte, annee: 1, quantite: 1, modalite: locations }',
      },
      '- { outil: flotte',
      /^« Une société coopérative » n’a aucune modalité d’identifiant « locations »\.$/,
      'Le plus proche : « location ».',
    ],
    [
      'a post',
      { de: 'jours_an: 12, jours_finances: 1', par: 'jours_an: 12, poste: agents, jours_finances: 1' },
      '- { acteur: roue',
      /n’a aucun poste d’identifiant « agents »/,
      'Le plus proche : « agent ».',
    ],
    [
      'a line that an aid leaves out',
      { de: 'assiette_porteurs: [smb]', par: 'assiette_porteurs: [smb], lignes_exclues: [quai, agent, flotte-achat]' },
      '- { id: aide',
      /n’a aucune dépense d’identifiant « quai »/,
      undefined,
    ],
  ] as const)('%s', async (_, retouche, line, message, aide) => {
    const loaded = await loadPatched('autre-marche', [{ dans, ...retouche }]);
    const found = toldOf(loaded).filter(({ code }) => code === 'reference-inconnue');
    expect(found).toHaveLength(1);
    const [one] = found;
    if (!one) throw new Error('a fault expected');
    expect(one.message).toMatch(message);
    if (aide) expect(one.aide).toBe(aide);
    else expect(one.aide).toMatch(/^Identifiants connus : agent, garage, /);
    expect(lineAt(loaded, one)).toContain(line);
  });

  it('is told of a project that an aid of the scenario pays', async () => {
    const paye = (financement: string) =>
      loadPatched('autre-marche', [
        {
          dans: 'projets.yaml',
          de: '- { id: gare, ',
          par: `- { id: gare, financements: [{ financeur: Région, financement: ${financement}, prevu: 500 }], `,
        },
      ]);
    const loaded = await paye('aides');
    const found = toldOf(loaded).filter(({ code }) => code === 'reference-inconnue');
    expect(found.map(({ message, aide }) => [message, aide])).toEqual([
      ['« Une société coopérative » n’a aucune recette d’identifiant « aides ».', 'Le plus proche : « aide ».'],
    ]);
    expect(toldOf(await paye('aide')).filter(({ code }) => code === 'reference-inconnue')).toEqual([]);
  });

  it('is told beside the faults of other files', async () => {
    const loaded = await loadPatched('autre-marche', [
      { dans, de: 'jours_an: 12, jours_finances: 1', par: 'jours_an: 12, poste: agents, jours_finances: 1' },
      { dans: 'reunions.yaml', de: 'type: copil', par: 'type: copils' },
    ]);
    const found = toldOf(loaded).map(({ code }) => code);
    expect(found).toContain('reference-inconnue');
    expect(found).toContain('valeur-hors-liste');
  });
});

describe('a reference inside the mode opératoire', () => {
  const mode = 'mode-operatoire.yaml';
  const poste = 'fiches_de_poste: [{ profil: Agent, poste: agents, etp: 1, missions: [Prêter] }]';
  it.each([
    ['the task of a convention', 'tache: signature,', 'tache: signatures,', 'aucune tâche « signatures ».'],
    ['the task waited for', 'apres: [dossier]', 'apres: [dossiers]', 'aucune tâche « dossiers ».'],
    [
      'the steps of a promise',
      'etapes: [demande, remise]',
      'etapes: [demande, remises]',
      'aucune étape du parcours « remises ».',
    ],
    [
      'the measure of a promise',
      'etapes: [demande, remise] }',
      'etapes: [demande, remise], indicateur: delai }',
      'aucun indicateur du dispositif « delai ».',
    ],
    [
      'the body waited for',
      'delai_jours: 3 }',
      'delai_jours: 3, instance: Bureau }',
      'aucune instance ne s’appelle « Bureau ».',
    ],
    [
      'the line that pays',
      'ligne: ateliers',
      'ligne: atelier',
      '« Une société coopérative » n’a aucune dépense de fonctionnement d’identifiant « atelier ».',
    ],
    [
      'the receipt of a convention',
      'financement: part,',
      'financement: parts,',
      '« Une société coopérative » n’a aucune recette d’identifiant « parts ».',
    ],
    [
      'the receipt of a condition',
      'libelle: Aide demandée, etat: remplie',
      'libelle: Aide demandée, etat: remplie, financement: aides',
      '« Une société coopérative » n’a aucune recette d’identifiant « aides ».',
    ],
    [
      'the post of a sheet',
      'propriete_donnees:',
      `${poste}\npropriete_donnees:`,
      '« Une société coopérative » n’a aucun poste d’identifiant « agents ».',
    ],
    [
      'the post that a vote creates',
      'propriete_donnees:',
      'deliberation: { organe: O, objet: O, articles: [Un.], emplois: [{ poste: agents, quotite: 1 }] }\npropriete_donnees:',
      '« Une société coopérative » n’a aucun poste d’identifiant « agents ».',
    ],
    [
      'the field of a form',
      'propriete_donnees:',
      'fiche_saisine: [{ rubrique: A, champs: [Lieu], reponses: [{ champ: Lieux, lignes: 2 }] }]\npropriete_donnees:',
      'aucun champ de la rubrique ne s’appelle « Lieux ».',
    ],
  ])('%s', async (_, de, par, message) => {
    const found = toldOf(await loadPatched('autre-marche', [{ dans: mode, de, par }]));
    expect(found.filter(({ code }) => code === 'reference-inconnue').map((one) => one.message)).toEqual([message]);
  });

  it('the post that a decision creates', async () => {
    const found = toldOf(
      await loadPatched('autre-marche', [
        {
          dans: 'reunions.yaml',
          de: 'scenario: scic',
          par: 'scenario: scic\n      emplois: [{ poste: agents, quotite: 1 }]',
        },
      ]),
    );
    expect(found.filter(({ code }) => code === 'reference-inconnue').map(({ chemin }) => chemin)).toEqual([
      expect.stringMatching(/^reunions\/.+\/decisions\/1\/emplois\/1\/poste$/),
    ]);
  });

  it('the modality of a way on', async () => {
    const found = toldOf(
      await loadPatched('autre-marche', [
        {
          dans: 'evaluation.yaml',
          par: 'evaluateur: { designation: Le bureau }\nechelle: [{ note: 1, sens: Rien. }]\nsuites: [{ option: continuer, resume: Un an., volumes: [{ modalite: locations, volume: 4 }] }]\n',
        },
      ]),
    );
    expect(found.filter(({ code }) => code === 'reference-inconnue').map(({ chemin }) => chemin)).toEqual([
      'evaluation/suites/1/volumes/1/modalite',
    ]);
  });
});

/** Every id written in a value, at any depth. */
function idsDe(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : [];
  return new Set([...own, ...Object.values(value).flatMap((one) => [...idsDe(one)])]);
}

/** Calls `seen` for each text of a value that its shape neither says to be a reference nor bounds to a list of words. */
function visiter(
  value: unknown,
  shape: Shape | undefined,
  path: string,
  seen: (path: string, text: string) => void,
): void {
  if (typeof value === 'string') {
    if (!shape?.reference && !shape?.choices && !path.endsWith('.id')) seen(path, value);
  } else if (Array.isArray(value)) for (const one of value) visiter(one, shape?.items, path, seen);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value))
      visiter(one, shape?.properties?.[key] ?? shape?.values, `${path}.${key}`, seen);
}

/** Fields that hold ids and that a rule checks, since what they lead to depends on another field. */
const PAR_UNE_REGLE = [
  'evaluation.suites.volumes.modalite',
  'mode-operatoire.conditions.financieres.financement',
  'mode-operatoire.conventions.financement',
  'mode-operatoire.conventions.ligne',
  'mode-operatoire.deliberation.emplois.poste',
  'mode-operatoire.fiches_de_poste.poste',
  'mode-operatoire.parcours.issues.vers',
  'mode-operatoire.realise.paiements.convention',
  'mode-operatoire.realise.recettes.financement',
  'mode-operatoire.realise.volumes.modalite',
  'mode-operatoire.repli.financement',
  'reunions.decisions.emplois.poste',
  'scenarios.mise_en_place.apres',
  'scenarios.outils.modalite',
  'scenarios.partenaires.poste',
];

/** Words of the study that happen to be ids of it. */
const MOTS = ['mode-operatoire.indicateurs.unite', 'scenarios.modalites.unite'];

describe('a field that holds ids', () => {
  it('declares what it leads to, or has its rule', async () => {
    const found = new Map<string, { ids: number; autres: number }>();
    for (const dir of ['data', 'modeles/exemple']) {
      const study = await etudeDe(dir);
      const ids = idsDe(study);
      for (const { nom, cle, liste } of COLLECTIONS) {
        const value = study[cle];
        const entries = liste && Array.isArray(value) ? value : [value];
        for (const entry of entries)
          visiter(entry, SHAPES[nom], nom, (path, text) => {
            const one = found.get(path) ?? { ids: 0, autres: 0 };
            found.set(path, ids.has(text) ? { ...one, ids: one.ids + 1 } : { ...one, autres: one.autres + 1 });
          });
      }
    }
    expect([...found].flatMap(([path, { ids, autres }]) => (ids > autres ? [path] : [])).sort()).toEqual(
      [...PAR_UNE_REGLE, ...MOTS].sort(),
    );
  });
});
