/** How many a public counts, against the place that its name says and the key figure of the same name. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { phraseNue, sansArticle } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { analyserTerritoire, codesDuPerimetre, totauxDe } from '../../../territoire.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Part by which two counts of the same people may differ: another year, another source. */
const TOLERANCE = 0.1;

/** « Habitants des îles », « Résidents du bourg »: those who live in the place that the rest names. */
const HABITANTS_DE =
  /^(?:habitants?|habitantes?|residents?|population) (?:(?:permanents?|residents?) )?(?:de la|de l'|des|du|de|d') ?(.+)$/;
/** « Les trois îles » is called « les îles » as well. */
const NOMBRE = /^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix) /;

interface Lieu {
  chemin: string;
  nom: string;
  habitants: number;
}

/** The places of the study that a name may be of, with their people: the official total where only a part of a perimeter is described; none where a commune has no population. */
function lieuxNommes(study: Study, name: string): Lieu[] {
  const { territoire } = study;
  const { perimetres, epci } = analyserTerritoire(study);
  const court = new Map(territoire.epci?.map(({ siren, nom_court: short }) => [siren, short]));
  const is = (nom: string | undefined): boolean => {
    const plain = nom === undefined ? '' : sansArticle(nom);
    return plain !== '' && (plain === name || plain.replace(NOMBRE, '') === name);
  };
  const inconnus = (id: string): boolean => {
    const codes = codesDuPerimetre(territoire, id);
    return territoire.communes.some(({ code, population }) => codes.has(code) && !population);
  };
  return [
    ...perimetres
      .filter(({ libelle }) => is(libelle))
      .map((one) => {
        const { communes, population } = totauxDe(one);
        const official = one.officiel?.population != null;
        return {
          chemin: `territoire/perimetres/${one.id}`,
          nom: one.libelle,
          habitants: official || (communes === one.communes && !inconnus(one.id)) ? population : 0,
        };
      }),
    ...epci
      .filter(({ nom, siren }) => is(nom) || is(court.get(siren)))
      .map(({ siren, nom, population, sansPopulation }) => ({
        chemin: `territoire/epci/${siren}`,
        nom,
        habitants: sansPopulation > 0 ? 0 : population,
      })),
    ...territoire.communes
      .filter(({ nom }) => is(nom))
      .map(({ code, nom, population = 0 }) => ({ chemin: `territoire/communes/${code}`, nom, habitants: population })),
  ].filter(({ habitants }) => habitants > 0);
}

export const effectifDuLieu: RegleCoherence = {
  code: 'effectif-du-lieu',
  gravite: 'attention',
  titre: 'Un public compte plus d’habitants que le lieu dont il porte le nom.',
  explication:
    'Un public qui compte des habitants (« effectif_compte: habitants ») et dont le libellé nomme un lieu de territoire.yaml (« Habitants des îles », « Résidents du bourg ») n’y est pas plus nombreux que la population des communes de ce lieu, à un dixième près : un périmètre, une intercommunalité ou une commune. Si plusieurs portent ce nom, c’est la plus peuplée qui est comparée.',
  livrables: ['diagnostic'],
  verifier: ({ study }) =>
    study.etude.publics.flatMap(({ id, libelle, effectif: size, effectif_compte: counts }): Contradiction[] => {
      const [, name] = HABITANTS_DE.exec(phraseNue(libelle)) ?? [];
      if (size === undefined || counts !== 'habitants' || name === undefined) return [];
      const places = lieuxNommes(study, name);
      const [largest] = [...places].sort((a, b) => b.habitants - a.habitants);
      if (!largest || !depasse(size - largest.habitants, TOLERANCE * largest.habitants)) return [];
      return [
        {
          chemin: `etude/publics/${id}/effectif`,
          contre: [largest.chemin],
          message: `le public « ${libelle} » compte ${compte(size, 'membre')} ; « ${largest.nom} » n’a que ${compte(largest.habitants, 'habitant')}.`,
          issue: 'Corrigez l’effectif du public, ou la population des communes.',
        },
      ];
    }),
};

/** Whether a place is the whole territory, by its name or by that of a perimeter that leaves no commune out. */
function duTerritoire(territoire: Study['territoire']): (lieu: string) => boolean {
  const whole = (territoire.perimetres ?? []).filter(
    ({ id }) => codesDuPerimetre(territoire, id).size === territoire.communes.length,
  );
  const names = new Set([territoire.nom ?? '', ...whole.flatMap(({ id, libelle }) => [id, libelle])].map(phraseNue));
  return (lieu) => names.has(phraseNue(lieu));
}

export const effectifADeuxNombres: RegleCoherence = {
  code: 'effectif-a-deux-nombres',
  gravite: 'attention',
  titre: 'Un public et un chiffre clé du même nom ne comptent pas le même monde.',
  explication:
    'Un chiffre clé de tout le territoire (« perimetre », « territoire ») qui a le libellé d’un public (« Éleveurs ») en donne l’effectif (« effectif »), à un dixième près. Si plusieurs chiffres ont ce nom, il suffit que l’un s’accorde ; une projection n’est pas comparée.',
  livrables: ['diagnostic'],
  verifier: ({ study: { etude, territoire } }) => {
    const entier = duTerritoire(territoire);
    return etude.publics.flatMap(({ id, libelle, effectif: size }): Contradiction[] => {
      const same = (territoire.chiffres_cles ?? []).flatMap((one) =>
        typeof one.valeur === 'number' &&
        !one.projection &&
        [one.perimetre, one.territoire].every((lieu) => lieu === undefined || entier(lieu)) &&
        sansArticle(one.libelle) === sansArticle(libelle)
          ? [{ ...one, valeur: one.valeur }]
          : [],
      );
      const [first, ...others] = same;
      if (size === undefined || !first) return [];
      if (same.some(({ valeur }) => !depasse(Math.abs(valeur - size), TOLERANCE * Math.max(valeur, size)))) return [];
      return [
        {
          chemin: `etude/publics/${id}/effectif`,
          contre: [
            `territoire/chiffres_cles/${first.id}`,
            ...others.map((one) => `territoire/chiffres_cles/${one.id}`),
          ],
          message: `le public « ${libelle} » compte ${compte(size, 'membre')} ; le chiffre clé « ${first.libelle} » en donne ${nombreFr(first.valeur)}.`,
          issue: 'Corrigez un des deux nombres, ou nommez autrement ce que compte le chiffre.',
          saisie: 'Il se nomme dans « libelle » de « chiffres_cles » (territoire.yaml).',
        },
      ];
    });
  },
};

export const EFFECTIF_DU_LIEU = [effectifDuLieu, effectifADeuxNombres] as const;
