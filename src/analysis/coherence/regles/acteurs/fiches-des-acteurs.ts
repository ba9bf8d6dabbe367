/** What a scenario asks of an actor, against what its sheet says that it can do. */
import { compte, enumerer } from '../../../../texte/accords.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { hypothesesDe } from '../../../scenarios/hypotheses.js';
import type { ContexteCoherence } from '../../contexte.js';
import { depasse, quantite } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Functions given to actors that do not hold them. */
const fonctionsDonnees = ({ study, acteur }: ContexteCoherence): Contradiction[] =>
  study.scenarios.flatMap(({ id, titre, roles }) =>
    roles.flatMap(({ fonction, acteurs }, i) =>
      acteurs.flatMap((one): Contradiction[] => {
        const sheet = study.acteurs.find((candidate) => candidate.id === one);
        if (!sheet || sheet.fonctions.length === 0 || sheet.fonctions.includes(fonction)) return [];
        const nom = study.etude.fonctions.find((candidate) => candidate.id === fonction)?.libelle ?? fonction;
        return [
          {
            chemin: `scenarios/${id}/roles/${i + 1}/acteurs`,
            contre: [`acteurs/${one}/fonctions`],
            message: `dans « ${titre} », ${acteur(one)} assure la fonction « ${nom} », que sa fiche ne lui donne pas.`,
            issue: 'Confiez la fonction à un autre, ou complétez la fiche de l’organisme.',
            saisie: 'Ce qu’il peut faire s’écrit dans « fonctions » de sa fiche (acteurs.yaml).',
          },
        ];
      }),
    ),
  );

/** Domains in which a partner, or who receives the requests of a domain, does not intervene. */
function domainesDonnes({ study, acteur }: ContexteCoherence): Contradiction[] {
  const given = [
    ...study.scenarios.flatMap(({ id, titre, partenaires }) =>
      partenaires.map(({ acteur: one, domaines = [] }, i) => ({
        chemin: `scenarios/${id}/partenaires/${i + 1}/domaines`,
        lieu: `dans « ${titre} »`,
        one,
        domaines,
      })),
    ),
    ...(study.mode_operatoire?.parcours ?? []).flatMap(({ id, etape, par_domaine: by = [] }, i) =>
      by.map(({ acteur: one, domaine }, d) => ({
        chemin: `mode_operatoire/parcours/${id ?? i + 1}/par_domaine/${d + 1}/acteur`,
        lieu: `à l’étape « ${etape} »`,
        one,
        domaines: [domaine],
      })),
    ),
  ];
  return given.flatMap(({ chemin, lieu, one, domaines }): Contradiction[] => {
    const sheet = study.acteurs.find((candidate) => candidate.id === one);
    if (!sheet || sheet.domaines.length === 0) return [];
    const outside = domaines.filter((domaine) => !sheet.domaines.includes(domaine));
    if (outside.length === 0) return [];
    const noms = outside.map(
      (domaine) => `« ${study.etude.domaines.find(({ id }) => id === domaine)?.libelle ?? domaine} »`,
    );
    return [
      {
        chemin,
        contre: [`acteurs/${one}/domaines`],
        message: `${lieu}, ${acteur(one)} intervient pour ${enumerer(noms)}, que sa fiche ne lui donne pas.`,
        issue: 'Confiez ce domaine à un autre, ou complétez la fiche de l’organisme.',
        saisie: 'Ses domaines s’écrivent dans « domaines » de sa fiche (acteurs.yaml).',
      },
    ];
  });
}

export const horsDeLaFiche: RegleCoherence = {
  code: 'hors-de-la-fiche',
  gravite: 'attention',
  titre: 'Un organisme reçoit une fonction ou un domaine que sa fiche ne lui donne pas.',
  explication:
    'La fiche d’un acteur dit les fonctions qu’il peut tenir (« fonctions ») et les domaines où il intervient (« domaines »). Les rôles d’un scénario (« roles »), les domaines de ses partenaires (« partenaires.domaines ») et ceux du parcours (« par_domaine ») s’y tiennent. Une fiche qui n’en dit aucun n’est pas comparée.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: (contexte) => [...fonctionsDonnees(contexte), ...domainesDonnes(contexte)],
};

export const joursAuDelaDeSonPoste: RegleCoherence = {
  code: 'jours-au-dela-de-son-poste',
  gravite: 'attention',
  titre: 'Un partenaire donne, d’un poste, plus de jours que ce poste n’en a.',
  explication:
    'Les jours d’un partenaire qui viennent d’un poste du scénario (« partenaires.poste ») sont compris dans l’équivalent temps plein de ce poste (« etp »), multiplié par les jours d’une année de travail.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) => {
    const { joursParEtp } = hypothesesDe(study);
    return study.scenarios.flatMap(({ id, titre, partenaires, moyens }) =>
      partenaires.flatMap(({ acteur: one, poste, jours_an: days }, i): Contradiction[] => {
        const post = moyens.humains.find((candidate) => candidate.id === poste);
        const held = post === undefined ? 0 : post.etp * joursParEtp;
        if (!post || !depasse(quantite(days) - held, 0.5)) return [];
        return [
          {
            chemin: `scenarios/${id}/partenaires/${i + 1}/jours_an`,
            contre: [`scenarios/${id}/moyens/humains/${poste}/etp`],
            message: `dans « ${titre} », ${acteur(one)} donne ${compte(quantite(days), 'jour')} par an du poste « ${post.profil} », qui n’en a que ${nombreFr(Math.round(held))}.`,
            issue: 'Corrigez les jours du partenaire, ou la quotité du poste.',
          },
        ];
      }),
    );
  },
};

export const FICHES_DES_ACTEURS = [horsDeLaFiche, joursAuDelaDeSonPoste] as const;
