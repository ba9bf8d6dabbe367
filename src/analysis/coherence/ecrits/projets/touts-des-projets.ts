/** « tous les projets ont un porteur public », « la moitié des essais sont terminés »: what sentences tell of all the projects. */
import type { Study } from '../../../../study/study.js';
import type { Tout } from '../touts.js';

/** The sheets of projects tell their states too. */
const DES_PROJETS = /^(?:bilan|evaluation|fiches-projets)\b/;

/** Whoever bears a project, as sentences tell the kind of it: of several, of none. */
const PORTES = {
  public: [
    '(?:ont un porteur public|sont portes par (?:une collectivite|des collectivites|des communes|des personnes publiques))',
    "n'(?:a de porteur public|est porte par une collectivite)",
  ],
  prive: [
    '(?:ont un porteur prive|sont portes par (?:des personnes privees|des acteurs prives))',
    "n'a de porteur prive",
  ],
} as const;

export function toutsDesProjets({ projets }: Study): Tout[] {
  const porteurs = (['public', 'prive'] as const).map((statut) => ({
    pluriel: `sont ${statut === 'public' ? 'publics' : 'prives'}`,
    singulier: `n'est ${statut}`,
    nombres: [projets.filter(({ porteur }) => porteur.statut === statut).length],
    ...{ dit: statut === 'prive' ? 'privés' : 'publics', contre: `projets/${projets[0]?.id}/porteur` },
  }));
  const known = projets.length > 0 && projets.every(({ etat }) => etat !== undefined);
  const state = (etat: string): number[] => [projets.filter((one) => one.etat === etat).length];
  const contre = `projets/${projets[0]?.id}/etat`;
  return [
    {
      ...{ noms: '(?:porteurs)(?: de projets?| des (?:cinq |quatre |trois )?projets)?', nom: 'porteur' },
      ...{ total: projets.length, ou: DES_PROJETS, etats: porteurs },
    },
    {
      ...{ noms: '(?:projets|essais)(?: accompagnes| retenus)?', nom: '(?:projet|essai)', total: projets.length },
      ou: DES_PROJETS,
      etats: [
        ...(['public', 'prive'] as const).map((statut) => ({
          pluriel: PORTES[statut][0],
          singulier: PORTES[statut][1],
          nombres: [projets.filter(({ porteur }) => porteur.statut === statut).length],
          ...{
            dit: `à porteur ${statut === 'prive' ? 'privé' : 'public'}`,
            contre: `projets/${projets[0]?.id}/porteur`,
          },
        })),
      ],
    },
    {
      ...{
        noms: '(?:projets|essais)(?: accompagnes| retenus)?',
        nom: '(?:projet|essai)',
        total: known ? projets.length : 0,
      },
      ou: DES_PROJETS,
      etats: [
        {
          ...{
            pluriel: '(?:sont|restent) (?:encore |toujours )?en cours',
            singulier: "n'est (?:encore |plus )?en cours",
          },
          ...{ nombres: state('en-cours'), dit: 'en cours', contre },
        },
        {
          ...{
            pluriel: '(?:ont abouti|sont (?:termines|acheves|aboutis))',
            singulier: "n'(?:a abouti|est (?:termine|acheve))",
          },
          ...{ nombres: state('termine'), dit: 'terminés', contre },
        },
        {
          ...{ pluriel: '(?:sont|ont ete) abandonnes', singulier: "n'(?:est|a ete) abandonne" },
          ...{ nombres: state('abandonne'), dit: 'abandonnés', contre },
        },
      ],
    },
  ].filter(({ total }) => total > 1);
}
