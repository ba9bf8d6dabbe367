/** A scenario made from another: what it takes, where it stands, what is told when it cannot be found. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { chiffrer } from '../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../src/analysis/scenarios/hypotheses.js';
import { type LoadedStudy, loadStudy } from '../../src/study/load.js';
import { temporaryFolder } from '../support/temporary.js';

const source = fileURLToPath(new URL('../fixtures/autre-etude', import.meta.url));
let folder: string;
let base: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  await cp(source, folder, { recursive: true });
  base = await readFile(join(source, 'scenarios.yaml'), 'utf8');
});

/** The study with scenarios added after its own, or its own changed. */
async function avec(added: string, change: (text: string) => string = (text) => text): Promise<LoadedStudy> {
  await writeFile(join(folder, 'scenarios.yaml'), `${change(base)}${added}`);
  return loadStudy(folder);
}
const seul = '- id: hybride\n  titre: Hybride\n  resume: Un mélange.\n';

const HYBRIDE = `${seul}  a_partir_de:
    scenario: maison
    emprunts: [tournee/moyens/humains/animateur, tournee/moyens/fonctionnement/carburant]
    sans: [moyens/materiels/amenagement, modalites/stage]
  modalites:
    - { modalite: permanence, volume_annuel: 90 }
  moyens:
    humains:
      - { id: accueil, etp: 0.3 }
`;

describe('a scenario made from another', () => {
  it('that changes nothing has its figures', async () => {
    const { study } = await avec(`${seul}  a_partir_de: { scenario: maison }\n`);
    if (!study) throw new Error('the study is refused');
    const [maison, , hybride] = study.scenarios;
    expect(hybride).toEqual({
      ...maison,
      id: 'hybride',
      titre: 'Hybride',
      titre_court: undefined,
      ordre: undefined,
      resume: 'Un mélange.',
      a_partir_de: { scenario: 'maison' },
    });
    const cost = (rank: number) => chiffrer(study, study.scenarios[rank] as never, hypothesesDe(study)).coutTotal;
    expect(cost(2)).toBe(cost(0));
  });

  it('takes, borrows, leaves, and counts what it writes before both', async () => {
    const { study, diagnostics } = await avec(HYBRIDE);
    expect(diagnostics.filter(({ gravite }) => gravite === 'erreur')).toEqual([]);
    const made = study?.scenarios.find(({ id }) => id === 'hybride');
    expect(made?.porteur).toBe('c3r');
    expect(made?.modalites).toEqual([
      {
        modalite: 'permanence',
        description: 'Accueil et conseil.',
        volume_annuel: 90,
        unite: 'permanence',
        jours_par_unite: 0.5,
        demande_accompagnee: true,
      },
    ]);
    expect(made?.moyens.humains.map(({ id, etp }) => [id, etp])).toEqual([
      ['accueil', 0.3],
      ['animateur', 0.4],
    ]);
    expect(made?.moyens.materiels).toEqual([]);
    expect(made?.moyens.fonctionnement?.map(({ id }) => id)).toEqual(['fluides', 'carburant']);
  });

  it('tells the place where each value was written', async () => {
    const { origin } = await avec(HYBRIDE);
    const line = (words: string): number =>
      `${base}${HYBRIDE}`.slice(0, `${base}${HYBRIDE}`.lastIndexOf(words)).split('\n').length;
    const at = (path: string) => origin(`scenarios/hybride/${path}`)?.ligne;
    expect(at('titre')).toBe(line('titre: Hybride'));
    expect(at('moyens/humains/accueil/etp')).toBe(line('etp: 0.3'));
    expect(at('moyens/humains/accueil/cout_annuel')).toBe(line("profil: Chargé d'accueil"));
    expect(at('moyens/humains/animateur/etp')).toBe(line('profil: Animateur de tournée'));
    expect(at('financements/agence/taux')).toBe(line('taux: 0.4'));
  });

  it('says at its place what cannot be found, with the nearest', async () => {
    const { study, diagnostics } = await avec(
      `${seul}  a_partir_de:\n    scenario: maison\n    emprunts: [tournee/moyens/humains/animatrice]\n    sans: [modalites/stages]\n`,
    );
    expect(study).toBeNull();
    expect(
      diagnostics.filter(({ code }) => code === 'heritage-impossible').map(({ chemin, aide }) => [chemin, aide]),
    ).toEqual([
      ['scenarios/hybride/a_partir_de/emprunts/1', 'Le plus proche : « tournee/moyens/humains/animateur ».'],
      ['scenarios/hybride/a_partir_de/sans/1', 'Le plus proche : « modalites/stage ».'],
    ]);
  });

  it('is told once of a list that is not there, and of no key that it did not write', async () => {
    const { diagnostics } = await avec(`${seul}  a_partir_de: { scenario: maison, sans: [moyens.humains/accueil] }\n`);
    expect(diagnostics.filter(({ gravite }) => gravite === 'erreur').map(({ code }) => code)).toEqual([
      'heritage-impossible',
    ]);
  });

  it('is refused when its base is not there, or starts from it', async () => {
    const lost = await avec(`${seul}  a_partir_de: { scenario: maisons }\n`);
    expect(lost.diagnostics.map(({ code, chemin }) => `${code} ${chemin}`)).toContain(
      'reference-inconnue scenarios/hybride/a_partir_de/scenario',
    );
    const round = await avec(
      `${seul}  a_partir_de: { scenario: double }\n${seul.replaceAll('hybride', 'double')}  a_partir_de: { scenario: hybride }\n`,
    );
    expect(round.diagnostics.filter(({ code }) => code === 'heritage-impossible')).toHaveLength(1);
  });

  it('does not repeat the faults of its base', async () => {
    const { diagnostics } = await avec(`${seul}  a_partir_de: { scenario: maison }\n`, (text) =>
      text.replace('acteur: atelier-velo', 'acteur: atelier-velos'),
    );
    expect(diagnostics.filter(({ code }) => code === 'reference-inconnue').map(({ chemin }) => chemin)).toEqual([
      'scenarios/maison/partenaires/1/acteur',
    ]);
  });
});
