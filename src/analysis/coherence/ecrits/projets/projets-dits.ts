/** « le jardin partagé est terminé », « le chantier a formé vingt bénévoles »: what a sentence says of one project by its name, against its sheet. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import type { Projet } from '../../../../study/types.gen.js';
import { quantiteFr } from '../../../../texte/accords.js';
import { phraseNue, sansArticle } from '../../../../texte/identifiant.js';
import { euros } from '../../../../texte/nombres.js';
import { memeMot, motsDe } from '../../../../texte/quantites-ecrites.js';
import { nomDuProjet } from '../../../projets/noms.js';
import { once } from '../../../une-fois.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { projetsNommes } from '../noms-des-projets.js';
import { NOMBRE, nomNu, premierMot, premiersMots, propositions, valeurDe } from '../propositions.js';

type Etat = NonNullable<Projet['etat']>;
const ETATS: Readonly<Record<Etat, string>> = {
  pressenti: 'pressenti',
  retenu: 'retenu',
  'en-cours': 'en cours',
  termine: 'terminé',
  abandonne: 'abandonné',
};

const ACHEVE =
  '(?:terminee?s?|achevee?s?|aboutie?s?|acheves?|finie?s?|clos|close|mene a (?:bien|terme)|menee?s? a (?:bien|terme))';
/** What each sentence says, and the states in which it is false. */
const DITS: readonly (readonly [RegExp, readonly Etat[]])[] = [
  [
    new RegExp(
      `^(.+?) (?:(?:est|sont)(?: deja| desormais| maintenant| enfin)? ${ACHEVE}|(?:a|ont) abouti|s'est acheve[es]*|se sont acheve[es]*|(?:a|ont) ete ${ACHEVE})$`,
    ),
    ['en-cours', 'abandonne', 'retenu'],
  ],
  [
    /^(.+?) (?:(?:a|ont) ete|est|sont)(?: finalement| depuis)? (?:abandonne|arrete)e?s?$/,
    ['en-cours', 'termine', 'retenu'],
  ],
  [/^(.+?) (?:est|sont|reste|restent)(?: encore| toujours)? en cours$/, ['termine', 'abandonne']],
  [
    new RegExp(
      `^(.+?) (?:n'est|ne sont) (?:pas|pas encore|toujours pas) ${ACHEVE}$|^(.+?) n'(?:a|ont) (?:pas|pas encore) abouti$`,
    ),
    ['termine'],
  ],
  [/^(.+?) (?:n'a|n'ont) (?:pas|jamais) ete abandonnee?s?$/, ['abandonne']],
  [/^(.+?) (?:se poursuit|se poursuivent|continue|continuent)$/, ['abandonne']],
];

const TENU =
  /^(.+?) (?:s'est tenue?|se sont tenue?s|a eu lieu|ont eu lieu|s'est deroulee?|se trouve|se situe|est situee?|a ete mene|a ete menee) (?:a|au|aux|dans) (?:la commune d[e'] ?)?([a-z' -]+)$/;
const COMPTE = new RegExp(
  `^(.+?) (?:(?:a|ont) (?<verbe>[a-z]+)|(?:reunit|reunissent|compte|comptent|rassemble|rassemblent|mobilise|mobilisent)) (?:jusqu'a |deja )?(?<n>${NOMBRE}) (?<quoi>[a-z][a-z' -]+)$`,
);
const COUTE = /^(.+?) (?:a|ont) coute (?<n>\d[\d ]*(?:,\d+)?) ?(?:€|euros)(?: en tout| au total)?$/;
const PORTE = /^(.+?) (?:est|sont|a ete|ont ete) portee?s? par (?:une? |des |le |la |les |l')([a-z' ]+)$/;

/** Bearers that are public, or private, whoever they are. */
const PUBLICS =
  /^(?:communes?|mairies?|intercommunalites?|communautes? de communes|syndicats? (?:mixtes?|intercommunal|intercommunaux)|departements?)$/;
const PRIVES =
  /^(?:associations?|entreprises?|collectifs?|fermes?|exploitations?|groupes? d'habitants|habitants?|particuliers?)$/;

const DU_PROJET = /^(?:projets|fiches-projets|bilan|evaluation)\b/;

/** « les deux projets en cours se sont terminés »: what is still so is not over. */
const EN_COURS_FINIS = new RegExp(
  `^les (?:${NOMBRE} )?(?:projets|essais) (?:encore )?en cours (?:(?:sont|ont ete)(?: tous| deja| desormais)? ${ACHEVE}|se sont (?:termines|acheves)|ont abouti)(?: depuis .*| en .*)?$`,
);

/** A commune, and its name in plain letters. */
interface Nommee {
  nom: string;
  nu: string;
}

export function projetsDits(study: Study): Lecteur {
  const { projets, territoire } = study;
  if (projets.length === 0) return () => [];
  const sujets = once(() =>
    premiersMots(projets.flatMap(({ titre, titre_court: court }) => [titre, court ?? titre]).map(sansArticle)),
  );
  const communes = once(() => territoire.communes.map(({ nom }) => ({ nom, nu: nomNu(nom) })));
  return (phrase, ou) =>
    DU_PROJET.test(ou)
      ? propositions(phrase).flatMap((part): Dementi[] => {
          const over = part.includes(' en cours ') ? enCoursFinis(study, part) : null;
          if (over) return [over];
          if (!sujets().has(premierMot(part))) return [];
          const one =
            etat(study, part) ??
            lieu(study, communes, part) ??
            cout(study, part) ??
            porteur(study, part) ??
            compte(study, part);
          return one ? [one] : [];
        })
      : [];
}

function enCoursFinis({ projets }: Study, part: string): Dementi | null {
  const still = EN_COURS_FINIS.test(part) ? projets.find(({ etat: state }) => state === 'en-cours') : undefined;
  return still
    ? { dit: `« ${nomDuProjet(still)} » est ${ETATS['en-cours']}`, contre: [`projets/${still.id}/etat`] }
    : null;
}

function etat(study: Study, part: string): Dementi | null {
  for (const [pattern, contraires] of DITS) {
    const [found, a, b] = pattern.exec(part) ?? [];
    if (found === undefined) continue;
    const projet = projetsNommes(study)(a ?? b ?? '');
    return projet?.etat !== undefined && contraires.includes(projet.etat)
      ? { dit: `« ${nomDuProjet(projet)} » est ${ETATS[projet.etat]}`, contre: [`projets/${projet.id}/etat`] }
      : null;
  }
  return null;
}

/** Where it took place, when its sheet names a commune of the territory. */
function lieu(study: Study, communes: () => readonly Nommee[], part: string): Dementi | null {
  const [, qui = '', nom = ''] = TENU.exec(part) ?? [];
  const projet = qui === '' ? undefined : projetsNommes(study)(qui);
  if (projet?.lieu === undefined) return null;
  const place = phraseNue(projet.lieu);
  const told = communes().find(({ nu }) => nu === nomNu(nom));
  const own = communes().filter(({ nu }) => new RegExp(`(?<![\\w'-])${nu}(?![\\w-])`).test(place));
  return told && own.length > 0 && !own.includes(told)
    ? { dit: `« ${nomDuProjet(projet)} » a pour lieu « ${projet.lieu} »`, contre: [`projets/${projet.id}/lieu`] }
    : null;
}

function cout(study: Study, part: string): Dementi | null {
  const match = COUTE.exec(part);
  const projet = match ? projetsNommes(study)(match[1] ?? '') : undefined;
  const valeur = valeurDe(match?.groups?.n);
  const budget = projet?.budget ?? [];
  if (!projet || valeur === undefined || budget.length === 0 || budget.some(({ realise }) => realise === undefined))
    return null;
  const spent = sum(budget, ({ realise }) => realise);
  const known = [spent, ...budget.flatMap(({ realise }) => realise ?? [])];
  return known.some((one) => Math.abs(one - valeur) <= Math.max(1, 0.01 * valeur)) ||
    Math.abs(Math.round(spent / 1000) * 1000 - valeur) < 1
    ? null
    : { valeur, dit: `« ${nomDuProjet(projet)} » a coûté ${euros(spent)}`, contre: [`projets/${projet.id}/budget`] };
}

function porteur(study: Study, part: string): Dementi | null {
  const [, qui = '', nom = ''] = PORTE.exec(part) ?? [];
  const projet = qui === '' ? undefined : projetsNommes(study)(qui);
  if (!projet) return null;
  const told = PUBLICS.test(nom) ? 'public' : PRIVES.test(nom) ? 'prive' : null;
  const { statut, designation } = projet.porteur;
  // « portés par une intercommunalité avec des habitants » has both.
  if (
    told === null ||
    told === statut ||
    motsDe(designation).some((word) => motsDe(nom).some((one) => memeMot(one, word)))
  )
    return null;
  return {
    dit: `« ${nomDuProjet(projet)} » a pour porteur « ${designation} » (${statut === 'prive' ? 'privé' : 'public'})`,
    contre: [`projets/${projet.id}/porteur`],
  };
}

/** More of what an indicator of the project counts than it ever measured: fewer may be of another day, or some of them. */
function compte(study: Study, part: string): Dementi | null {
  const match = COMPTE.exec(part);
  const projet = match ? projetsNommes(study)(match[1] ?? '') : undefined;
  const valeur = valeurDe(match?.groups?.n);
  if (!projet || valeur === undefined) return null;
  const { verbe = '', quoi = '' } = match?.groups ?? {};
  const said = motsDe(`${verbe} ${quoi}`);
  const noun = motsDe(quoi)[0] ?? '';
  for (const [i, { libelle, unite, initial = 0, mesures = [] }] of (projet.indicateurs ?? []).entries()) {
    const names = motsDe(libelle);
    const units = motsDe(unite);
    const counted = names.includes(noun) || units.includes(noun);
    // What is counted, and every other word that tells it from the rest; who is counted in persons goes without its own name.
    const rest = names.filter(
      (name) => name !== noun && !(units.includes(noun) && !names.includes(noun) && name === names[0]),
    );
    if (
      !counted ||
      rest.length === 0 ||
      !rest.every((name) => said.some((word) => word !== noun && memeMot(name, word)))
    )
      continue;
    const most = Math.max(initial, ...mesures.map(({ valeur: measured }) => measured));
    if (mesures.length === 0 || valeur <= most) return null;
    return {
      valeur,
      dit: `« ${libelle} » est mesuré à ${quantiteFr(most, unite)} dans « ${nomDuProjet(projet)} »`,
      contre: [`projets/${projet.id}/indicateurs/${i + 1}/mesures`],
    };
  }
  return null;
}
