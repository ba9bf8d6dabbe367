/** From version 1 to 2: the contract becomes data. Names of one contract give way to general ones, constants of the program to `attendu`. */
import {
  ajouterApres,
  ajouterAvant,
  type ClePlacee,
  clesDe,
  type Edit,
  remplacer,
  renommer,
  valeurDe,
  voisine,
} from './edits.js';
import type { FichierEtude } from './fichier.js';

/** Keys renamed, by inventory. */
const CLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  acteurs: { cite_au_cctp: 'cite_au_contrat' },
  etude: { date_cctp: 'date', questions_phase_2: 'questions' },
};

interface NouvelleRegle {
  regle: string;
  /** Lines added after the rule; `phase` is that of the requirement. */
  lignes?: (phase: string) => string[];
}

const guillemets = (text: string): string => (/^[\p{L}][\p{L}\d ’'-]*$/u.test(text) ? text : JSON.stringify(text));

const validation = (type: string, livrable: string): NouvelleRegle => ({
  regle: 'reunion-validation',
  lignes: () => [`reunion: { type: ${type}, livrable: ${livrable} }`],
});

const clause = (...mots: string[]): NouvelleRegle => ({
  regle: 'clause-ecrite',
  lignes: () => [`mots: [${mots.join(', ')}]`],
});

/** Rules of version 1 and the numbers, meetings and words that they held in the program. */
const REGLES: Readonly<Record<string, NouvelleRegle>> = {
  'experiences-comparees': { regle: 'experiences-comparees', lignes: () => ['attendu: { min: 2, max: 3 }'] },
  'trois-scenarios': { regle: 'nombre-scenarios', lignes: () => ['attendu: 3'] },
  'cinq-projets': { regle: 'nombre-projets', lignes: () => ['attendu: 5', 'porteurs: [public, prive]'] },
  'sans-nouvelle-entite': { regle: 'nouvelle-entite' },
  'decision-option': { regle: 'decision-lancement' },
  'reunion-cadrage': { regle: 'reunion-tenue', lignes: () => ['reunion: { type: cadrage }'] },
  'reunion-cadrage-option': {
    regle: 'reunion-tenue',
    lignes: (phase) => [`reunion: { type: cadrage, phase: ${guillemets(phase)} }`],
  },
  'reunions-avant-bilan': {
    regle: 'reunion-tenue',
    lignes: (phase) => [`reunion: { type: comite-technique, phase: ${guillemets(phase)} }`],
  },
  'reunion-copil-diagnostic': validation('copil', 'diagnostic'),
  'reunion-copil-scenarios': validation('copil', 'scenarios'),
  'reunion-copil-mode-operatoire': validation('copil', 'mode-operatoire'),
  'presentation-bilan': validation('bilan', 'bilan'),
  'usage-donnees': clause('fins', 'usage', 'emploie'),
  'propriete-donnees': clause('données'),
  'propriete-resultats': clause('résultats'),
};

const ANCIEN_CONTRAT = /^cctp\.ya?ml$/;
/** Words by which version 1 knew the decision that launches the optional part. */
const LANCEMENT = /tranche|optionnel|conditionnel/i;

function regles(texte: string, cles: readonly ClePlacee[]): Edit[] {
  return cles.flatMap((cle): Edit[] => {
    const nouvelle = cle.cle === 'regle' ? REGLES[valeurDe(cle)] : undefined;
    if (!nouvelle) return [];
    return [
      ...(nouvelle.regle === valeurDe(cle) ? [] : remplacer(cle, nouvelle.regle)),
      ...ajouterApres(texte, cle, nouvelle.lignes?.(voisine(cle, 'phase')) ?? []),
    ];
  });
}

/** The phase that a decision launches, as its requirement names it. */
function phaseLancee(fichiers: readonly FichierEtude[]): string | null {
  const contrat = fichiers.find(({ chemin }) => ANCIEN_CONTRAT.test(chemin));
  const regle = clesDe(contrat?.texte ?? '').find((cle) => cle.cle === 'regle' && valeurDe(cle) === 'decision-option');
  return regle ? voisine(regle, 'phase') : null;
}

function edits({ inventaire, texte, chemin }: FichierEtude, lancee: string | null): Edit[] {
  const cles = clesDe(texte);
  const renamed = cles.flatMap((cle) => {
    const par = CLES[inventaire]?.[cle.cle];
    return par ? renommer(cle, par) : [];
  });
  const [first] = cles;
  if (inventaire === 'etude' && first) return [...renamed, ...ajouterAvant(texte, first, 'schema_version: 2')];
  if (ANCIEN_CONTRAT.test(chemin)) {
    const exigences = cles.find(({ cle }) => cle === 'exigences');
    // Version 1 tested every scenario for it.
    return [...(exigences ? ajouterAvant(texte, exigences, 'nouvelle_entite: exclue') : []), ...regles(texte, cles)];
  }
  if (inventaire === 'reunions' && lancee !== null)
    return cles
      .filter((cle) => cle.cle === 'objet' && cle.parents.includes('decisions') && LANCEMENT.test(valeurDe(cle)))
      .flatMap((cle) => ajouterApres(texte, cle, [`lance: ${guillemets(lancee)}`]));
  return renamed;
}

export function versVersion2(fichiers: readonly FichierEtude[]): { chemin: string; edits: Edit[]; nouveau: string }[] {
  const lancee = phaseLancee(fichiers);
  return fichiers.map((fichier) => {
    const ancien = ANCIEN_CONTRAT.test(fichier.chemin);
    const schema = ancien ? fichier.texte.indexOf('cctp.schema.json') : -1;
    const header = schema < 0 ? [] : [{ from: schema, to: schema + 'cctp'.length, par: 'contrat' }];
    return {
      chemin: fichier.chemin,
      edits: [...edits(fichier, lancee), ...header],
      nouveau: ancien ? 'contrat.yaml' : fichier.chemin,
    };
  });
}
