/** The parts of the diagnostic's workbook. */
import { avecPrecisions } from '../../exhibits/precisions.js';
import type { Exhibits } from '../../exhibits/types.js';
import type { Study } from '../../study/study.js';
import { INVENTAIRES } from '../deliverable.js';
import type { DocumentTree } from '../tree.js';
import type { WorkbookModel } from '../workbook.js';
import { siglesDuClasseur } from './sigles-du-classeur.js';
import { tablesWorkbook } from './workbook-tables.js';

const PARTS = [
  { name: 'Ensemble', readers: 'Pour tous : le diagnostic en chiffres.' },
  { name: 'Participation', readers: 'Pour qui anime : qui a été entendu, et qui ne l’a pas été.' },
  { name: 'Territoire', readers: 'Pour tous : le cadre de l’étude.' },
  { name: 'Besoins', readers: 'Pour qui décide : ce qui manque, à qui, et ce qui y répond déjà.' },
  { name: 'Actions conduites', readers: 'Pour qui met en œuvre : ce qui a été fait, ce qui s’en apprend.' },
  { name: 'Acteurs et outils', readers: 'Pour qui met en œuvre : avec qui, avec quoi.' },
  { name: 'Expériences comparées', readers: 'Pour qui conçoit : ce qui se transpose d’ailleurs.' },
  { name: 'Synthèse', readers: 'Pour qui décide : forces et faiblesses, avec leurs preuves.' },
  { name: 'Inventaires', readers: 'Pour qui vérifie ou réemploie : toutes les fiches.' },
  { name: 'Annexes', readers: 'Pour qui contrôle : exigences du contrat, références, sources.' },
];

export function diagnosticWorkbook(
  study: Study,
  exhibits: Exhibits,
  tree: DocumentTree,
  interne?: boolean,
): WorkbookModel {
  const own = avecPrecisions(exhibits, study, {
    date: tree.meta.date,
    inventaires: ['etude', 'territoire', ...INVENTAIRES],
    interne,
  });
  return siglesDuClasseur(tablesWorkbook(study, own, tree, PARTS));
}
