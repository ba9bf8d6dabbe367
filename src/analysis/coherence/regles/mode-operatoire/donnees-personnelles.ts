/** What is done with the data of people: the legal basis against what is asked of them, and how long it is kept. */
import type { ModeOperatoire } from '../../../../study/types.gen.js';
import { quantiteFr } from '../../../../texte/accords.js';
import { couper } from '../../../../texte/couper.js';
import { nu, phraseNue } from '../../../../texte/identifiant.js';
import { natureDe } from '../../../natures.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { nombreLu } from '../chiffres/communes-ecrites.js';

type Traitement = NonNullable<ModeOperatoire['donnees_personnelles']>[number];
type Rubrique = NonNullable<ModeOperatoire['fiche_saisine']>[number];

const TRAITEMENTS = 'mode_operatoire/donnees_personnelles';
const FICHE = 'mode_operatoire/fiche_saisine';

/** « sans consentement », « ne demande pas l’accord »: a consent that is told only to say that there is none. */
const NIE = /\b(?:sans|aucune?|ni|pas|jamais|plus)\b[^.;:,]{0,40}?\b(?:consent\w*|accord\w*|autoris\w*)/g;
const affirme = (text: string | undefined): string => phraseNue(text ?? '').replace(NIE, '');

const CONSENTEMENT = /\bconsent|(?<!commun )\baccord(?! d'un autre|-cadre| de (?:partenariat|cooperation|branche))/;
/** The other bases of article 6 of the regulation. */
const AUTRE_BASE = /\bmissions?\b|\binteret|\bobligation|\bcontrat|\bsauvegarde/;

const surConsentement = ({ base }: Traitement): boolean => CONSENTEMENT.test(affirme(base));
const surAutreBase = ({ base }: Traitement): boolean => AUTRE_BASE.test(affirme(base));

/** How the consent of someone is asked. */
const RECUEIL = /\bconsent|\baccords?\b|\bautorisation|\baccept|\bsign(?:e|ature)|\bcase\b|\bcoch|\binscri|\bopt-?in\b/;
/** An agreement that is asked of the people, in what is told of how they are informed. */
const ACCORD_DEMANDE =
  /\bconsent|\baccord (?:ecrit|signe|oral|prealable|expres|des?\b(?! (?:partenariat|cooperation|branche))|d')|\bautorisations? (?:signee|ecrite|prealable|des?\b|d')/;
/** How they may take it back. */
const RETRAIT = /\bretir|\bretrait|\brevo[cq]|\bdesinscri|\bdesabonn|\ba tout moment\b|\beffac|\bsuppr|\boppos/;

/** A line of the form by which someone agrees to what is done with their data. */
const J_ACCEPTE =
  /(?:\bj'accepte\b|\bje consens\b|\bj'autorise\b|\bje donne mon (?:accord|consentement)\b|\bconsentement\b|\baccord\b)(?=[^.;]*\b(?:donnees|coordonnees|demande|transmi|conserv|trait|utilis|enregistr|fichier|recontact|inform))/;

/** Whether a processing is that of the requests that the form brings. */
const desDemandes = ({ traitement, finalite, information }: Traitement): boolean =>
  // « Retiré sur simple demande » is told of any processing.
  /\bsaisine|\bdemandes?\b/.test(nu([traitement, finalite].join(' '))) || /\bsaisine/.test(nu(information ?? ''));

interface Ligne {
  texte: string;
  chemin: string;
}

const lignesDe = (fiche: readonly Rubrique[]): Ligne[] =>
  fiche.flatMap(({ champs, mention }, r) => [
    ...champs.map((texte, c) => ({ texte, chemin: `${FICHE}/${r + 1}/champs/${c + 1}` })),
    ...(mention === undefined ? [] : [{ texte: mention, chemin: `${FICHE}/${r + 1}/mention` }]),
  ]);

const numerotes = (mode: ModeOperatoire | null): { un: Traitement; chemin: string }[] =>
  (mode?.donnees_personnelles ?? []).map((un, i) => ({ un, chemin: `${TRAITEMENTS}/${i + 1}` }));

export const consentementEtBase: RegleCoherence = {
  code: 'consentement-et-base',
  gravite: 'attention',
  titre: 'Un accord est demandé pour un traitement de données qui repose sur une autre base.',
  explication:
    'Un traitement de données personnelles a une base légale (« base ») : la mission d’intérêt public, l’obligation légale, le contrat, l’intérêt légitime ou le consentement. Demander un accord dont on se passerait laisse croire que le refuser arrêterait le traitement. Sont comparés la base, ce que « information » dit demander, et les lignes de « fiche_saisine » par lesquelles on accepte. Une ligne qui nomme ce qui repose, lui, sur le consentement n’est pas signalée. Sur une autre base, la personne peut s’opposer, ou n’est qu’informée.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode } }) => {
    const all = numerotes(mode);
    const own = all.flatMap(({ un, chemin }): Contradiction[] => {
      if (!surAutreBase(un)) return [];
      const { traitement, base = '', information = '' } = un;
      if (surConsentement(un))
        return [
          {
            chemin: `${chemin}/base`,
            contre: [`${chemin}/finalite`],
            message: `le traitement « ${traitement} » a deux bases pour une finalité (« ${base} ») : le retrait d’un accord l’arrêterait, et l’autre base le ferait continuer.`,
            issue: 'Gardez une base, ou séparez ce qui repose sur chacune.',
          },
        ];
      if (!ACCORD_DEMANDE.test(affirme(information))) return [];
      return [
        {
          chemin: `${chemin}/base`,
          contre: [`${chemin}/information`],
          message: `le traitement « ${traitement} » repose sur « ${base} », et l’accord des personnes est demandé (« ${information} »).`,
          issue: 'Retirez la demande d’accord, ou faites reposer le traitement sur le consentement.',
        },
      ];
    });
    const based = all.filter(({ un }) => un.base !== undefined);
    const tied = based.filter(({ un }) => desDemandes(un));
    const [first] = tied.length > 0 ? tied : based;
    if (!first || (tied.length > 0 ? tied : based).some(({ un }) => surConsentement(un))) return own;
    // What rests on a consent of its own may be asked for on the same form.
    const consentis = all.filter(({ un }) => surConsentement(un)).flatMap(({ un }) => motsPropres(un));
    const asked = lignesDe(mode?.fiche_saisine ?? []).filter(({ texte }) => {
      const plain = affirme(texte);
      return J_ACCEPTE.test(plain) && !consentis.some((word) => plain.includes(word));
    });
    return [
      ...own,
      ...asked.map(
        ({ texte, chemin }): Contradiction => ({
          chemin,
          contre: [`${first.chemin}/base`],
          message: `la fiche de saisine demande un accord (« ${couper(texte, COURT)} »), et le traitement « ${first.un.traitement} » repose sur « ${first.un.base} ».`,
          issue: 'Demandez si la personne s’oppose, ou faites reposer le traitement sur le consentement.',
        }),
      ),
    ];
  },
};

/** Signs of a line of the form that are quoted. */
const COURT = 80;

/** Words of five letters or more by which a text would name a processing, cut so that a plural names it too. */
const motsPropres = ({ traitement, donnees = [] }: Traitement): string[] =>
  nu([traitement, ...donnees].join(' '))
    .split(/[^a-z]+/)
    .filter((word) => word.length >= 5 && !/^(?:fiche|demande|saisine|donnees|coordonnee|objet|suivi)/.test(word))
    .map((word) => word.replace(/s$/, ''));

export const consentementNonRecueilli: RegleCoherence = {
  code: 'consentement-non-recueilli',
  gravite: 'attention',
  titre: 'Un traitement repose sur le consentement, et rien ne dit comment il est donné ou retiré.',
  explication:
    'Le consentement (« base: Consentement ») ne vaut que donné par un acte, dont il reste une trace, et que la personne peut retirer, ce qu’elle sait avant de le donner. « information » dit l’un et l’autre : accord écrit, case à cocher, autorisation signée ; retrait, désinscription, opposition. Les mentions de « fiche_saisine » comptent pour le traitement des demandes.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode } }) => {
    const form = lignesDe(mode?.fiche_saisine ?? []).map(({ texte }) => texte);
    return numerotes(mode).flatMap(({ un, chemin }): Contradiction[] => {
      if (!surConsentement(un) || surAutreBase(un)) return [];
      const told = affirme([un.information ?? '', ...(desDemandes(un) ? form : [])].join(' ; '));
      const lacks = [...(RECUEIL.test(told) ? [] : ['donné']), ...(RETRAIT.test(told) ? [] : ['retiré'])];
      if (lacks.length === 0) return [];
      return [
        {
          chemin: `${chemin}/base`,
          contre: [un.information === undefined ? chemin : `${chemin}/information`],
          message: `le traitement « ${un.traitement} » repose sur le consentement, et rien ne dit comment il est ${lacks.join(' ni comment il est ')}.`,
          issue: 'Dites comment l’accord est donné et comment il se retire, ou changez la base.',
          saisie:
            'Cela s’écrit dans « information » du traitement (mode-operatoire.yaml) : « Accord écrit, retiré sur simple demande ».',
        },
      ];
    });
  },
};

/** Kept for so long, or erased at its end; not a part of it (« en base active »), a minimum, a delay to erase on request, or what follows another end. */
const CONSERVEES =
  /\b(?:(?:gard|conserv)[^.;,]{0,40}?|(?:effac|supprim)[^.;,]{0,20}?\b(?:apres|au bout (?:de |d')|a l'issue (?:de |d')|passe (?:de |d')?)\s?)\b([a-z-]+|\d{1,3}) (mois|ans?)\b(?! (?:en base|au moins|au plus|apres|suivant|a compter))/;

/** « gardées trente-six mois », « conservées pendant 3 ans » : months; null where a text tells none. */
function moisEcrits(text: string): number | null {
  const found = CONSERVEES.exec(phraseNue(text));
  const n = found?.[1] === undefined ? undefined : (nombreLu(found[1]) ?? Number(found[1]));
  if (n === undefined || !Number.isFinite(n)) return null;
  return found?.[2] === 'mois' ? n : n * 12;
}

export const conservationContredite: RegleCoherence = {
  code: 'conservation-contredite',
  gravite: 'attention',
  titre: 'La durée de conservation des données n’est pas dite, ou l’est de deux façons.',
  explication:
    'Ce qui est su des personnes s’efface un jour : un traitement décrit (base, données ou destinataires) dit sa durée de conservation (« duree_mois »). Celle que « information » ou la fiche de saisine annonce (« gardées trente-six mois ») est la même.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode } }) => {
    const mentions = lignesDe(mode?.fiche_saisine ?? []);
    const tied = numerotes(mode).filter(({ un }) => desDemandes(un));
    return numerotes(mode).flatMap(({ un, chemin }): Contradiction[] => {
      const { traitement, duree_mois: months, base, donnees, destinataires, information } = un;
      const texts = [
        ...(information === undefined ? [] : [{ texte: information, chemin: `${chemin}/information` }]),
        // Of several that the form may speak of, none is told by it.
        ...(tied.length === 1 && desDemandes(un) ? mentions : []),
      ];
      if (months === undefined) {
        const described = [base && 'base', donnees && 'donnees', destinataires && 'destinataires'].find(Boolean);
        if (!described) return [];
        return [
          {
            chemin,
            contre: [`${chemin}/${described}`],
            message: `le traitement « ${traitement} » est décrit, et rien ne dit quand ses données sont effacées.`,
            issue: 'Donnez sa durée de conservation.',
            saisie: 'Elle s’écrit dans « duree_mois » du traitement (mode-operatoire.yaml).',
          },
        ];
      }
      return texts.flatMap(({ texte, chemin: at }): Contradiction[] => {
        const other = moisEcrits(texte);
        if (other === null || other === months) return [];
        return [
          {
            chemin: at,
            contre: [`${chemin}/duree_mois`],
            message: `les données du traitement « ${traitement} » sont gardées ${quantiteFr(months, 'mois')}, et les personnes lisent ${quantiteFr(other, 'mois')}.`,
            issue: 'Écrivez une seule durée.',
            saisie: 'Celle du registre s’écrit dans « duree_mois » du traitement (mode-operatoire.yaml).',
          },
        ];
      });
    });
  },
};

export const interetLegitimePublic: RegleCoherence = {
  code: 'interet-legitime-public',
  gravite: 'attention',
  titre: 'Une personne publique fonde un traitement de sa mission sur l’intérêt légitime.',
  explication:
    'L’intérêt légitime ne vaut pas pour ce qu’une autorité publique traite dans l’exécution de ses missions (règlement (UE) 2016/679, article 6, paragraphe 1) : sa base est la mission d’intérêt public, ou une obligation légale. La nature du responsable vient de son type (« type » de l’acteur).',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode, acteurs }, acteur }) =>
    numerotes(mode).flatMap(({ un: { traitement, base, responsable }, chemin }): Contradiction[] => {
      const held = acteurs.find(({ id }) => id === responsable);
      if (!held || natureDe(held) !== 'public' || !/\binteret legitime/.test(affirme(base))) return [];
      return [
        {
          chemin: `${chemin}/base`,
          contre: [`acteurs/${held.id}/type`],
          message: `le traitement « ${traitement} » repose sur l’intérêt légitime, que ${acteur(held.id)}, personne publique, ne peut invoquer pour ses missions.`,
          issue: 'Prenez pour base la mission d’intérêt public, ou corrigez le responsable.',
        },
      ];
    }),
};

export const DONNEES_PERSONNELLES = [
  consentementEtBase,
  consentementNonRecueilli,
  conservationContredite,
  interetLegitimePublic,
] as const;
