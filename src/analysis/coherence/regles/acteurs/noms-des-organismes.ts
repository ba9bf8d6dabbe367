/** The name that a line writes beside the actor to which it refers, and bodies that sit on both sides of a contract. */
import type { Study } from '../../../../study/study.js';
import type { Acteur } from '../../../../study/types.gen.js';
import { identifiant, nu } from '../../../../texte/identifiant.js';
import { motsDe } from '../../../../texte/quantites-ecrites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Words that many bodies share: they name none. */
const COMMUNS: ReadonlySet<string> = new Set(
  [
    'communauté communes commune syndicat mixte conseil association département départemental départementale région',
    'régional régionale ville mairie agence maison réseau groupe comité service services direction des les programme',
    'union fédération société coopérative établissement public centre pays territoire agglomération parc naturel',
  ].flatMap(motsDe),
);
const propres = (texte: string): string[] => motsDe(texte).filter((word) => !COMMUNS.has(word));

/** A name as words parted by single spaces, so that a part of a word matches nothing. */
const enMots = (texte: string): string => ` ${identifiant(texte, ' ')} `;

interface Nomme {
  chemin: string;
  contre: string;
  /** What is written, and to whom the line refers. */
  nom: string;
  acteur: string;
}

const nommes = ({ reunions, etude, territoire, projets }: Study): Nomme[] => [
  ...(etude.comite_pilotage ?? []).flatMap(({ organisme: nom, acteur }, i) =>
    acteur === undefined
      ? []
      : [
          {
            nom,
            acteur,
            chemin: `etude/comite_pilotage/${i + 1}/organisme`,
            contre: `etude/comite_pilotage/${i + 1}/acteur`,
          },
        ],
  ),
  ...reunions.flatMap(({ id, presents = [] }) =>
    presents.flatMap(({ organisme: nom, acteur }, i) =>
      acteur === undefined
        ? []
        : [
            {
              nom,
              acteur,
              chemin: `reunions/${id}/presents/${i + 1}/organisme`,
              contre: `reunions/${id}/presents/${i + 1}/acteur`,
            },
          ],
    ),
  ),
  ...(territoire.epci ?? []).flatMap(({ siren, nom, acteur }) =>
    acteur === undefined
      ? []
      : [{ nom, acteur, chemin: `territoire/epci/${siren}/nom`, contre: `territoire/epci/${siren}/acteur` }],
  ),
  ...projets.flatMap(({ id, porteur: { designation: nom, acteur }, financements = [] }) => [
    ...(acteur === undefined
      ? []
      : [{ nom, acteur, chemin: `projets/${id}/porteur/designation`, contre: `projets/${id}/porteur/acteur` }]),
    ...financements.flatMap(({ financeur, acteur: who }, i) =>
      who === undefined
        ? []
        : [
            {
              nom: financeur,
              acteur: who,
              chemin: `projets/${id}/financements/${i + 1}/financeur`,
              contre: `projets/${id}/financements/${i + 1}/acteur`,
            },
          ],
    ),
  ]),
];

/** Whether a written name is that of an actor: the name within it, or it within the name when it is more than one word. */
function estLeNom(ecrit: string, { nom, sigle }: Acteur): boolean {
  const [written, full] = [enMots(ecrit), enMots(nom)];
  if (written.includes(full) || (written.trim().includes(' ') && full.includes(written))) return true;
  return sigle !== undefined && sigle.length > 2 && propres(sigle).length > 0 && written.includes(enMots(sigle));
}

/** Whether a line is begun by the name of an actor: one that comes later says for whom, or of whom (« élue du Département », « pour le compte de… »). */
function commenceParLeNom(ecrit: string, other: Acteur): boolean {
  if (DE_LA_PART.test(nu(ecrit))) return false;
  const written = enMots(ecrit).replace(/^ (?:l|le|la|les) /, ' ');
  const { nom, sigle } = other;
  const full = enMots(nom).replace(/^ (?:l|le|la|les) /, ' ');
  if (written === full || (written.trim().includes(' ') && full.includes(written))) return true;
  if (propres(nom).length > 0 && written.startsWith(full)) return true;
  return sigle !== undefined && sigle.length > 2 && propres(sigle).length > 0 && written.startsWith(enMots(sigle));
}
const DE_LA_PART = /\b(?:pour le compte|mise? a disposition|represent\w+|au nom|au titre|pour (?:le|la|les|l'))\b/;

/** Whether it may be: a word of its own is shared. */
const peutEtre = (ecrit: string, { nom, sigle = '' }: Acteur): boolean => {
  const own = new Set([...propres(nom), ...propres(sigle)]);
  return propres(ecrit).some((word) => own.has(word));
};

export const nomDUnAutre: RegleCoherence = {
  code: 'nom-d-un-autre',
  gravite: 'attention',
  titre: 'Une ligne écrit le nom d’un organisme, et renvoie à un autre.',
  explication:
    'Un présent, un membre du comité, une intercommunalité, le porteur et le financeur d’un projet s’écrivent par leur nom et renvoient à la fiche de l’organisme (« acteur »). Le nom écrit n’est pas celui d’un autre organisme de l’inventaire quand il n’a aucun mot propre à celui auquel la ligne renvoie : l’engagement, la carte et les comptes iraient à l’autre.',
  livrables: ['diagnostic', 'copil', 'fiches-projets'],
  verifier: ({ study, acteur: cite }) =>
    nommes(study).flatMap(({ chemin, contre, nom, acteur }): Contradiction[] => {
      const own = study.acteurs.find(({ id }) => id === acteur);
      if (!own || estLeNom(nom, own) || peutEtre(nom, own)) return [];
      const other = study.acteurs.find((one) => one !== own && commenceParLeNom(nom, one));
      if (!other) return [];
      return [
        {
          chemin,
          contre: [contre, `acteurs/${own.id}/nom`],
          message: `« ${nom} » est écrit, et la ligne renvoie à ${cite(own.id)} ; c’est le nom de ${cite(other.id)}.`,
          issue: 'Corrigez le nom, ou l’organisme auquel la ligne renvoie.',
        },
      ];
    }),
};

/** Parts of a body that may each send someone. */
const QUI_EN_EST: ReadonlySet<string> = new Set(
  motsDe('direction service services conseil comité agence mairie réseau groupe programme'),
);

/** A presence that says nothing of who came for the body: neither « élus », nor « techniciens ». */
const sansPrecision = (organisme: string, { nom, sigle = '' }: Acteur): boolean => {
  const own = new Set([...motsDe(nom), ...motsDe(sigle)]);
  return motsDe(organisme).every((word) => own.has(word) || (COMMUNS.has(word) && !QUI_EN_EST.has(word)));
};

export const presentDeuxFois: RegleCoherence = {
  code: 'present-deux-fois',
  gravite: 'attention',
  titre: 'Un organisme est présent deux fois à la même réunion, ou siège deux fois au comité.',
  explication:
    'La feuille de présence (« presents ») a une ligne par organisme, avec le nombre de ses représentants. Deux lignes du même organisme (« acteur ») ne se justifient que si leurs noms les distinguent : « Syndicat, élus » et « Syndicat, techniciens ». De même les membres du comité (« comite_pilotage »).',
  livrables: ['copil'],
  verifier: ({ study: { reunions, acteurs, etude }, acteur: cite }) =>
    [
      ...reunions.map(({ id, titre, presents = [] }) => ({
        at: `reunions/${id}/presents`,
        dit: `est présent deux fois à « ${titre ?? id} »`,
        presents,
      })),
      { at: 'etude/comite_pilotage', dit: 'siège deux fois au comité', presents: etude.comite_pilotage ?? [] },
    ].flatMap(({ at, dit, presents }) =>
      presents.flatMap(({ acteur, organisme }, i): Contradiction[] => {
        const sheet = acteurs.find((one) => one.id === acteur);
        const first = presents.findIndex((one) => one.acteur === acteur);
        const before = presents[first];
        if (!sheet || first === i || !before) return [];
        if (!sansPrecision(organisme, sheet) || !sansPrecision(before.organisme, sheet)) return [];
        return [
          {
            chemin: `${at}/${i + 1}`,
            contre: [`${at}/${first + 1}`],
            message: `${cite(sheet.id)} ${dit}.`,
            issue: 'Réunissez les deux lignes, ou corrigez l’organisme de l’une.',
          },
        ];
      }),
    ),
};

const prestatairePartenaire: RegleCoherence = {
  code: 'prestataire-partenaire',
  gravite: 'attention',
  titre: 'Le prestataire de l’étude est partenaire d’un scénario qu’il compare.',
  explication:
    'Le prestataire (« prestataire.nom » de etude.yaml) compare les scénarios et en recommande un. Il n’est pas l’un des organismes qu’un scénario associe (« partenaires ») ou qu’une convention paie : les lecteurs ne sauraient pas pour qui il parle.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { etude, acteurs, scenarios, mode_operatoire: mode } }) => {
    const name = enMots(etude.prestataire.nom);
    const own = acteurs.find(
      ({ nom, sigle = '' }) =>
        enMots(nom) === name ||
        (sigle !== '' && enMots(sigle) === name) ||
        // « LPO Auvergne-Rhône-Alpes » is the LPO: an acronym of three letters or more that begins the name.
        (/^\p{Lu}{3}/u.test(sigle) && propres(sigle).length > 0 && name.startsWith(enMots(sigle))),
    );
    if (!own) return [];
    const places = [
      ...scenarios.flatMap(({ id, titre, partenaires }) =>
        partenaires.some(({ acteur }) => acteur === own.id)
          ? [{ chemin: `scenarios/${id}/partenaires/${own.id}`, dit: `partenaire de « ${titre} »` }]
          : [],
      ),
      ...(mode?.conventions ?? []).flatMap(({ id, partenaire, objet }, i) =>
        partenaire === own.id
          ? [{ chemin: `mode_operatoire/conventions/${id ?? i + 1}`, dit: `signataire de « ${objet} »` }]
          : [],
      ),
    ];
    return places.map(
      ({ chemin, dit }): Contradiction => ({
        chemin,
        contre: ['etude/prestataire/nom'],
        message: `« ${etude.prestataire.nom} », prestataire de l’étude, est ${dit}.`,
        issue: 'Retirez-le, ou corrigez le nom du prestataire.',
      }),
    );
  },
};

export const financeEtPaye: RegleCoherence = {
  code: 'finance-et-paye',
  gravite: 'attention',
  titre: 'Un organisme finance un scénario qui le paie.',
  explication:
    'Celui qui apporte de l’argent (« financements ») et dont le scénario paie les jours (« jours_finances ») reçoit une part de ce qu’il donne : sa participation nette est plus faible qu’affichée, et il juge un prix dont il vit. Cela se dit, ou se compense. Les jours d’un poste que l’organisme emploie (« poste ») ne sont pas comptés, ni le porteur.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios }, acteur: cite }) =>
    scenarios.flatMap(({ id, titre, porteur, partenaires, financements }) =>
      partenaires.flatMap(({ acteur, jours_an: days, jours_finances: share = 0, poste }): Contradiction[] => {
        if (acteur === porteur || poste !== undefined || !days || share === 0) return [];
        const rank = financements.findIndex(
          ({ financeur, groupe = [], nature }) =>
            nature !== 'autofinancement' && (financeur === acteur || groupe.some((one) => one.acteur === acteur)),
        );
        const paid = financements[rank];
        if (!paid) return [];
        return [
          {
            chemin: `scenarios/${id}/partenaires/${acteur}`,
            contre: [`scenarios/${id}/financements/${paid.id ?? rank + 1}`],
            message: `dans « ${titre} », ${cite(acteur)} apporte « ${paid.libelle} » et est payé pour ses jours.`,
            issue: 'Dites-le, ou ne comptez que sa participation nette.',
            saisie: 'La raison s’écrit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
          },
        ];
      }),
    ),
};

export const NOMS_DES_ORGANISMES = [nomDUnAutre, presentDeuxFois, prestatairePartenaire, financeEtPaye] as const;
