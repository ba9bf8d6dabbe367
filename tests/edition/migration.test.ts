/** An older study is brought up to the model of the program: what changes, and all that does not. */
import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fichierEtude, migrer } from '../../src/edition/migration/index.js';
import { VERSION_DU_MODELE } from '../../src/study/schema/version.js';
import { runIn } from '../support/in-process.js';
import { temporaryFolder } from '../support/temporary.js';

const ETUDE = `# yaml-language-server: $schema=../schemas/etude.schema.json
# Une étude, avec ses remarques.
id: rives   # un identifiant
titre: "Maison des rives"
marche:
  procedure: Gré à gré
  date_cctp: "2017-07-06" # date du texte
questions_phase_2: []
fiabilite_champs: { questions_phase_2: illustratif }
`;
const CCTP = `# yaml-language-server: $schema=../schemas/cctp.schema.json
# Les exigences.
exigences:
  # --- Lot 1
  - id: comparer
    ref: art. 1
    texte: Comparer
    phase: Lot 1
    livrable: diagnostic
    regle: experiences-comparees # deux ou trois
  - { id: scenarios, ref: art. 2, texte: Scénarios, phase: Lot 2, livrable: scenarios, regle: trois-scenarios }
  - id: lancer
    ref: art. 3
    texte: Lancer
    phase: Tranche conditionnelle
    livrable: copil
    regle: decision-option
  - id: cadrage
    ref: art. 4
    texte: Cadrer
    phase: Tranche conditionnelle
    livrable: copil
    regle: reunion-cadrage-option
`;
const REUNIONS = `- id: copil
  type: copil
  decisions:
    - { objet: Tranche conditionnelle, texte: Affermie., statut: valide }
    - { objet: Diagnostic, texte: Validé., statut: valide }
  ordre_du_jour: [{ point: Lancement }]
`;
const FICHIERS = { 'etude.yaml': ETUDE, 'cctp.yaml': CCTP, 'reunions/2018.yaml': REUNIONS };
const plan = (fichiers: Readonly<Record<string, string>>) =>
  migrer(Object.entries(fichiers).map(([chemin, texte]) => fichierEtude(chemin, texte)));
const apres = (nouveau: string) => plan(FICHIERS).changements.find((one) => one.nouveau === nouveau)?.apres ?? '';

describe('from version 1', () => {
  it('renames keys and adds the version, and keeps comments, order and quotes', () => {
    expect(apres('etude.yaml')).toBe(
      ETUDE.replace('id: rives', 'schema_version: 2\nid: rives')
        .replace('date_cctp', 'date')
        .replaceAll('questions_phase_2', 'questions'),
    );
  });

  it('turns the constants of the program into data of the contract', () => {
    const contrat = apres('contrat.yaml');
    expect(contrat).toContain('$schema=../schemas/contrat.schema.json');
    expect(contrat).toContain('# Les exigences.\nnouvelle_entite: exclue\nexigences:\n  # --- Lot 1\n');
    expect(contrat).toContain('regle: experiences-comparees # deux ou trois\n    attendu: { min: 2, max: 3 }\n');
    expect(contrat).toContain('regle: nombre-scenarios, attendu: 3 }');
    expect(contrat).toContain('regle: decision-lancement\n');
    expect(contrat).toContain('regle: reunion-tenue\n    reunion: { type: cadrage, phase: Tranche conditionnelle }\n');
    expect(contrat).not.toContain('cctp');
  });

  it('says which decision launches the optional part', () => {
    expect(apres('reunions/2018.yaml')).toBe(
      REUNIONS.replace(
        'objet: Tranche conditionnelle,',
        'objet: Tranche conditionnelle, lance: Tranche conditionnelle,',
      ),
    );
  });

  it('leads to a study that has nothing more to change', () => {
    const migrated = Object.fromEntries(
      plan(FICHIERS).changements.map(({ nouveau, apres: texte }) => [nouveau, texte]),
    );
    expect(plan(migrated)).toEqual({ de: VERSION_DU_MODELE, vers: VERSION_DU_MODELE, changements: [] });
  });

  it('leaves a file that is not YAML as it is', () => {
    const { changements } = plan({ ...FICHIERS, 'acteurs.yaml': '- id: [\n  cite_au_cctp: true' });
    expect(changements.map(({ chemin }) => chemin)).not.toContain('acteurs.yaml');
  });
});

describe('atelier migrer', () => {
  let cwd: string;
  beforeEach(async () => {
    cwd = await temporaryFolder();
    await mkdir(join(cwd, 'data', 'reunions'), { recursive: true });
    for (const [chemin, texte] of Object.entries(FICHIERS)) await writeFile(join(cwd, 'data', chemin), texte);
  });
  const files = async () => (await readdir(join(cwd, 'data'))).sort();

  it('shows a patch and writes nothing', async () => {
    const { code, stdout, stderr } = await runIn(cwd, 'migrer');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^--- data\/cctp\.yaml\n\+\+\+ data\/contrat\.yaml$/m);
    expect(stdout).toMatch(/^-questions_phase_2: \[\]\n\+?/m);
    expect(stdout).toMatch(/^\+schema_version: 2$/m);
    expect(stderr).toMatch(/De la version 1 .* à la version 2[\s\S]*--ecrire pour changer 3 fichiers/);
    expect(await files()).toEqual(['cctp.yaml', 'etude.yaml', 'reunions']);
    expect(await readFile(join(cwd, 'data', 'etude.yaml'), 'utf8')).toBe(ETUDE);
  });

  it('applies it when asked, once', async () => {
    expect((await runIn(cwd, 'migrer', '--ecrire')).code).toBe(0);
    expect(await files()).toEqual(['contrat.yaml', 'etude.yaml', 'reunions']);
    const again = await runIn(cwd, 'migrer', '--ecrire');
    expect(again.stdout).toBe('');
    expect(again.stderr).toMatch(/rien ne change/);
  });

  it('follows links, and refuses a study of which a file cannot be read', async () => {
    const away = await temporaryFolder();
    await rename(join(cwd, 'data', 'etude.yaml'), join(away, 'etude.yaml'));
    await symlink(join(away, 'etude.yaml'), join(cwd, 'data', 'etude.yaml'));
    expect((await runIn(cwd, 'migrer')).stdout).toMatch(/^\+schema_version: 2$/m);
    await symlink(join(away, 'absent.yaml'), join(cwd, 'data', 'besoins.yaml'));
    const { code, stderr } = await runIn(cwd, 'migrer', '--ecrire');
    expect(code).toBe(1);
    expect(stderr).toMatch(/besoins\.yaml » n'a pas pu être lu : c'est un lien qui ne mène nulle part/);
  });

  it('refuses to write over a file, a folder that is no study, and a study of tomorrow', async () => {
    await writeFile(join(cwd, 'data', 'contrat.yaml'), 'exigences: []\n');
    expect((await runIn(cwd, 'migrer', '--ecrire')).stderr).toMatch(/« contrat\.yaml », qui existe déjà/);
    expect((await runIn(cwd, 'migrer', '-C', 'ailleurs')).stderr).toMatch(/n'est pas le dossier d'une étude/);
    await writeFile(join(cwd, 'data', 'etude.yaml'), `schema_version: 99\n${ETUDE}`);
    const { code, stderr } = await runIn(cwd, 'migrer');
    expect(code).toBe(1);
    expect(stderr).toMatch(/version 99/);
  });
});
