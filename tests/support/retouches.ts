/** Patches of the studies that several subjects spoil alike. */
import type { Retouche } from './incoherence.js';

/** Key figures of the territory. */
export const chiffres = (...lines: string[]): Retouche => ({
  dans: 'territoire.yaml',
  de: 'communes:\n',
  par: ['chiffres_cles:', ...lines.map((line) => `  - { ${line} }`), 'communes:', ''].join('\n'),
});

/** What a case adds to a mode opératoire. */
export const avant = (lines: string): Retouche => ({
  dans: 'mode-operatoire.yaml',
  de: 'propriete_donnees:',
  par: `${lines}\npropriete_donnees:`,
});

/** What a case adds to the project of the station. */
export const gare = (par: string): Retouche => ({
  dans: 'projets.yaml',
  de: 'objectifs: [Prêter vingt vélos],',
  par: `objectifs: [Prêter vingt vélos], ${par},`,
});

/** A mode opératoire of the second study, with what a case adds. */
export const mode = (...lines: string[]): Retouche => ({
  dans: 'mode-operatoire.yaml',
  par: [
    'scenario: maison',
    ...lines,
    ...(lines.some((line) => line.startsWith('parcours'))
      ? []
      : ['parcours:', '  - { id: tri, etape: Trier, description: On trie., responsable: c3r, delai_jours: 12 }']),
    '',
  ].join('\n'),
});

/** The one project of a study, with what a case adds. */
export const projet = (...lines: string[]): Retouche => ({
  dans: 'projets.yaml',
  par: [
    '- id: quai',
    '  titre: Un quai planté',
    '  porteur: { designation: Une commune, statut: public }',
    '  domaines: [eau]',
    '  publics: [familles]',
    '  contexte: Le quai est nu.',
    ...(lines.some((line) => line.startsWith('objectifs')) ? [] : ['  objectifs: [Planter]']),
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n'),
});

/** A rule of aid, the first of the references. */
export const regle = (champs: string): Retouche => ({
  dans: 'references.yaml',
  de: '- { id: cooperation,',
  par: `- { id: bareme, theme: financement, titre: Barème des aides, regle: Un barème., ${champs}, fiabilite: illustratif }\n- { id: cooperation,`,
});
