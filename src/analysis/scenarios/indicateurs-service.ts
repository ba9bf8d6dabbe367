/** Indicators of the service that a scenario renders: means, workload, coverage, risks, partners. */
import type { Study } from '../../study/study.js';
import { fourchette } from '../montants.js';
import { nombreFr } from '../phrases.js';
import { nomActeur } from '../vocabulaire.js';
import type { Chiffrage } from './chiffrage.js';
import { couvertureBesoins } from './couverture.js';
import { total } from './financement.js';
import type { Entree, Indicateur } from './indicateurs.js';
import { populationDe } from './indicateurs-couts.js';

export function indicateursService(study: Study, c: Omit<Chiffrage, 'indicateurs'>): Indicateur[] {
  const { scenario } = c;
  const chemin = `scenarios/${scenario.id}`;
  const volumes: Entree[] = scenario.modalites.map((ligne, i) => ({
    chemin: `${chemin}/modalites/${ligne.id ?? i + 1}`,
    libelle: ligne.description,
    valeur: `${nombreFr(fourchette(ligne.volume_annuel)?.mode ?? 0)} ${ligne.unite} par an`,
  }));
  const people = populationDe(study, scenario.perimetre);
  const etp = scenario.moyens.humains.reduce((sum, poste) => sum + poste.etp, 0);
  const posts: Entree[] = scenario.moyens.humains.map((poste) => ({
    chemin: `${chemin}/moyens/humains/${poste.id}`,
    libelle: poste.profil,
    valeur: `${nombreFr(poste.etp)} ETP`,
  }));
  const risks = (scenario.risques ?? []).map(({ probabilite, gravite }) => probabilite * gravite);
  const partners = scenario.partenaires.filter(({ role }) => role !== 'financeur');
  const committed = partners.filter(({ acteur }) => {
    const level = study.acteurs.find(({ id }) => id === acteur)?.engagement;
    return level === 'volontaire' || level === 'engage';
  });
  const field = (name: string, libelle: string, valeur: string): Entree => ({
    chemin: `${chemin}/${name}`,
    libelle,
    valeur,
  });
  return [
    {
      id: 'etp_total',
      libelle: 'Équivalents temps plein',
      valeur: etp,
      unite: 'ETP',
      formule: 'somme des postes',
      entrees: posts,
    },
    {
      id: 'demandes_annuelles',
      libelle: 'Demandes accompagnées par an',
      valeur: c.charge.demandes,
      unite: 'demandes/an',
      formule: 'volumes annuels des modalités « demande accompagnée », les plus probables',
      entrees: volumes,
    },
    {
      id: 'charge_sur_capacite',
      libelle: 'Charge sur capacité',
      valeur: c.charge.taux,
      unite: 'part',
      formule: 'jours demandés ÷ jours disponibles, du porteur ou des partenaires, le plus élevé des deux',
      entrees: [...volumes, ...posts],
    },
    {
      id: 'couverture_fonctions_domaines',
      libelle: 'Fonctions couvertes dans les domaines prioritaires',
      valeur: c.couverture.attendus > 0 ? c.couverture.couverts / c.couverture.attendus : null,
      unite: 'part',
      formule: `couples fonction × domaine prioritaire qu’un rôle assure (${c.couverture.couverts} sur ${c.couverture.attendus})`,
      entrees: scenario.roles.map((role, i) => field(`roles/${i + 1}`, role.fonction, role.acteurs.join(', '))),
    },
    {
      id: 'couverture_besoins',
      libelle: 'Besoins touchés',
      valeur: couvertureBesoins(study, scenario),
      unite: 'part',
      formule: 'importance des besoins des publics et domaines prioritaires ÷ importance de tous les besoins',
      entrees: [
        field('domaines_prioritaires', 'Domaines', scenario.domaines_prioritaires.join(', ')),
        field('publics_prioritaires', 'Publics', scenario.publics_prioritaires.join(', ')),
      ],
    },
    {
      id: 'risque_moyen',
      libelle: 'Risque moyen',
      valeur: risks.length > 0 ? total(risks) / risks.length : null,
      unite: 'points sur 25',
      formule: 'moyenne de probabilité × gravité',
      entrees: (scenario.risques ?? []).map((risque, i) =>
        field(`risques/${i + 1}`, risque.libelle, `${risque.probabilite} × ${risque.gravite}`),
      ),
    },
    {
      id: 'delai_mise_en_place',
      libelle: 'Délai de mise en place',
      valeur: scenario.delai_mise_en_place_mois ?? null,
      unite: 'mois',
      formule: 'délai posé par le scénario',
      entrees: [field('delai_mise_en_place_mois', 'Délai', `${scenario.delai_mise_en_place_mois ?? '—'} mois`)],
    },
    {
      id: 'part_partenaires_engages',
      libelle: 'Partenaires volontaires ou engagés',
      valeur: partners.length > 0 ? committed.length / partners.length : null,
      unite: 'part',
      formule: `partenaires volontaires ou engagés ÷ partenaires, hors financeurs (${committed.length} sur ${partners.length})`,
      entrees: partners.map(({ acteur }) => ({
        chemin: `acteurs/${acteur}/engagement`,
        libelle: nomActeur(study, acteur) ?? acteur,
        valeur: study.acteurs.find(({ id }) => id === acteur)?.engagement ?? 'non renseigné',
      })),
    },
    {
      id: 'population_couverte',
      libelle: 'Population couverte',
      valeur: people,
      unite: 'hab.',
      formule: 'population des communes du périmètre',
      entrees: [field('perimetre', 'Périmètre', scenario.perimetre)],
    },
  ];
}
