/** The sentence that leads to each table of the evaluation: what it shows, counted from what it is made of. Empty where there is no table. */
import { sum } from 'd3-array';
import { CAS_POUR_UN_TAUX } from '../../analysis/preuves.js';
import type { BilanAnalysis } from '../../analysis/projets/bilan.js';
import {
  accord,
  accorder,
  compte,
  compteAuFil,
  compteEnLettres,
  compteSur,
  enumerer,
  majuscule,
  minuscule,
} from '../../texte/accords.js';
import { enLettres, nombreFr, pourcent } from '../../texte/nombres.js';

/** What became of most requests. */
function surLesDemandes({ dispositif }: Pick<BilanAnalysis, 'dispositif'>): string {
  const list = dispositif?.demandes ?? [];
  const all = sum(list, ({ nombre }) => nombre);
  const [most] = [...list].sort((a, b) => b.nombre - a.nombre);
  if (!most || all === 0) return '';
  if (list.length === 1)
    return `${all === 1 ? 'La seule demande reçue a eu ce sort' : `Les ${compte(all, 'demande reçue a eu', 'demandes reçues ont eu')} le même sort`} : « ${minuscule(most.sort)} ».`;
  return list.filter(({ nombre }) => nombre === most.nombre).length > 1
    ? `Les demandes, ${nombreFr(all)} en tout, ont eu ${compteAuFil(list.length, 'sort', 'sorts')}.`
    : `Le sort le plus fréquent est « ${minuscule(most.sort)} » : ${compte(most.nombre, 'demande')} sur ${nombreFr(all)}.`;
}

/** The gap that is the largest, of those that what was foreseen measures. */
function surLesEcarts({ ecarts, projets, termines }: Pick<BilanAnalysis, 'ecarts' | 'projets' | 'termines'>): string {
  const known = ecarts.flatMap(({ ecart, ...one }) => (ecart === null ? [] : [{ ...one, ecart }]));
  const [most] = [...known].sort((a, b) => Math.abs(b.ecart) - Math.abs(a.ecart));
  if (projets.length === 0) return '';
  if (!most)
    return `${compteSur(termines.length, projets.length, 'projet terminé', 'projets terminés', 'Aucun projet terminé')} ; rien de ce qui a été fait n’est rapproché de ce qui était prévu.`;
  const { libelle, unite, prevu, realise, ecart } = most;
  // Under twenty meetings or days, the counts say more than their share.
  const peu = unite !== '€' && prevu !== null && realise !== null && prevu < CAS_POUR_UN_TAUX;
  const dit = peu
    ? `${nombreFr(realise)} pour ${nombreFr(prevu)} ${accorder('prévu', prevu, most.genre)}`
    : `${pourcent(Math.abs(ecart))} de ${ecart > 0 ? 'plus' : 'moins'} que prévu`;
  const all = projets.length > 1 ? 'tous projets ensemble, ' : '';
  return Math.round(Math.abs(ecart) * 100) === 0
    ? majuscule(`${all}ce qui était prévu est tenu.`)
    : majuscule(`${all}l’écart le plus grand porte sur « ${minuscule(libelle)} » : ${dit}.`);
}

/** What each criterion has to answer its question with: a measure, a method that is written. */
export function surLeReferentiel(
  criteres: readonly { indicateurs: readonly unknown[]; methode: string | null }[],
): string {
  const all = criteres.length;
  const measured = criteres.filter(({ indicateurs }) => indicateurs.length > 0).length;
  const methods = criteres.filter(({ methode }) => methode !== null).length;
  if (all === 0) return '';
  if (measured === all && methods === all) return 'Chaque critère a sa question, ses mesures et sa méthode.';
  const ont = (n: number, un: string, de: string): string =>
    n === 0 ? `aucun n’a ${de}` : n === all ? `tous ont ${un}` : `${compteAuFil(n, 'a', 'ont', undefined, 'm')} ${un}`;
  return `Chaque critère a sa question ; sur ${enLettres(all, 'm')}, ${ont(measured, 'une mesure', 'de mesure')} et ${ont(methods, 'une méthode écrite', 'de méthode écrite')}.`;
}

type Preuves = Pick<BilanAnalysis['criteres'][number], 'recoupement'>;

/** How many criteria rest on evidence that agrees, and what the others have: what is not noted says nothing of its measures. */
export function surLesPreuves({ criteres }: { criteres: readonly Preuves[] }): string {
  const of = (...codes: Preuves['recoupement'][]): number =>
    criteres.filter(({ recoupement }) => codes.includes(recoupement)).length;
  if (criteres.length === 0) return '';
  const [agree, differ] = [of('recoupe'), of('divergent')];
  const [bare, blank] = [of('parole-seule', 'note-seule'), of('sans-note')];
  const all = enLettres(criteres.length, 'm');
  const head =
    agree === 0
      ? `Aucun des ${all} critères ne repose sur des preuves qui se recoupent`
      : `Des preuves qui se recoupent fondent ${compteAuFil(agree, 'critère', 'critères')} sur ${all}`;
  const parts = [
    ...(differ > 0 ? [`les preuves divergent pour ${enLettres(differ, 'm')}`] : []),
    ...(bare > 0
      ? [
          bare === criteres.length
            ? 'aucun n’est soutenu par une mesure'
            : `${compteAuFil(bare, 'n’est soutenu', 'ne sont soutenus', undefined, 'm')} par aucune mesure`,
        ]
      : []),
    ...(blank > 0
      ? [
          blank === criteres.length
            ? 'aucun n’est noté'
            : compteAuFil(blank, 'n’est pas noté', 'ne sont pas notés', undefined, 'm'),
        ]
      : []),
  ];
  return `${head}${parts.length > 0 ? ` ; ${enumerer(parts)}` : ''}.`;
}

function surLesEnseignements({ enseignements, projets }: Pick<BilanAnalysis, 'enseignements' | 'projets'>): string {
  const from = projets.filter(({ projet }) => (projet.enseignements ?? []).length > 0).length;
  if (enseignements.length === 1) return 'Un seul enseignement est écrit.';
  return enseignements.length === 0
    ? ''
    : `${compteEnLettres(enseignements.length, 'enseignement vient', 'enseignements viennent')} ${from === 1 ? 'd’un projet' : `de ${compteAuFil(from, 'projet', 'projets')}`}.`;
}

/** How many findings have a recommendation that answers them. */
export function surLesConstats({
  constats,
  sansReponse,
}: {
  constats: readonly unknown[];
  sansReponse: readonly unknown[];
}): string {
  if (constats.length === 0) return '';
  const told = compteEnLettres(constats.length, 'constat appelle', 'constats appellent');
  const open = sansReponse.length;
  return `${told} une réponse ; ${
    open === 0
      ? `${constats.length === 1 ? 'il' : 'chacun'} a au moins une recommandation`
      : open === constats.length
        ? 'aucune recommandation n’y répond'
        : `${compteAuFil(open, 'reste', 'restent', undefined, 'm')} sans recommandation`
  }.`;
}

function surLesRecommandations({ recommandations }: Pick<BilanAnalysis, 'recommandations'>): string {
  if (recommandations.length === 0) return '';
  const priced = recommandations.filter(({ cout }) => cout !== null).length;
  return `${compteEnLettres(recommandations.length, 'recommandation', 'recommandations')}, ${
    priced === recommandations.length
      ? accord(priced, 'chiffrée', 'toutes chiffrées')
      : compteAuFil(priced, 'chiffrée', 'chiffrées', 'aucune chiffrée', 'f')
  }.`;
}

/** All of them, by the table that each leads to. */
export const phrasesDuBilan = (bilan: BilanAnalysis) => ({
  referentiel: surLeReferentiel(bilan.criteres),
  demandes: surLesDemandes(bilan),
  ecarts: surLesEcarts(bilan),
  preuves: surLesPreuves(bilan),
  enseignements: surLesEnseignements(bilan),
  constats: surLesConstats(bilan),
  recommandations: surLesRecommandations(bilan),
});
