"""Draws with WeasyPrint and XlsxWriter what others.ts has written in a folder, and tells what it cost on descriptor 3."""
import json
import os
import pathlib
import resource
import sys

import xlsxwriter
from weasyprint.__main__ import main as weasyprint

folder = pathlib.Path(sys.argv[1])
NUMBERS = {'entier': '#,##0', 'decimal': '#,##0.0', 'nombre': '#,##0.##', 'euros': '#,##0', 'prix': '#,##0.00',
           'pourcent': '0%', 'taux': '0.00%', 'annee': '0'}


def write_pages(path):
    # By its command line, that stays the same from one version to the next.
    weasyprint(['--quiet', '--pdf-variant', 'pdf/ua-1', str(path), str(path.with_suffix('.pdf'))])


def write_workbook(path):
    book = xlsxwriter.Workbook(str(path.with_suffix('.xlsx')))
    formats = {}

    def format_of(name):
        if name not in formats:
            kind = name.split(' ')[0]
            properties = {'text_wrap': True, 'valign': 'top', 'border': 1, 'border_color': '#cfd6d9'}
            if kind in NUMBERS:
                properties['num_format'] = NUMBERS[kind]
            if name != kind or kind == 'entete':
                properties['bold'] = True
            if kind == 'entete':
                properties['bg_color'] = '#eef4f1'
            formats[name] = book.add_format(properties)
        return formats[name]

    names = set()
    for sheet in json.loads(path.read_text(encoding='utf-8')):
        name = sheet['name'][:31]
        while name.lower() in names:
            name = name[:28] + '%03d' % len(names)
        names.add(name.lower())
        page = book.add_worksheet(name)
        page.freeze_panes(sheet['frozen'], 1)
        for column, width in enumerate(sheet['widths']):
            page.set_column(column, column, width)
        for row, column, value, formula, style in sheet['cells']:
            if formula:
                page.write_formula(row, column, formula, format_of(style), value if value is not None else 0)
            elif isinstance(value, str):
                page.write_string(row, column, value, format_of(style))
            elif value is None:
                page.write_blank(row, column, None, format_of(style))
            else:
                page.write(row, column, value, format_of(style))
        for row, column, values in sheet['listes']:
            page.data_validation(row, column, row, column, {'validate': 'list', 'source': values})
        if sheet['filtre']:
            first, last, column = sheet['filtre']
            page.autofilter(first, 0, last, column)
        for chart in sheet['charts']:
            drawn = book.add_chart({'type': 'column' if chart['type'] == 'col' else 'bar'})
            drawn.set_title({'name': chart['title']})
            for values in chart['series']:
                drawn.add_series({'categories': chart['categories'], 'values': values})
            page.insert_chart(chart['row'], chart['column'], drawn)
    book.close()


for page in sorted(folder.glob('*.html')):
    write_pages(page)
for book in sorted(folder.glob('*.json')):
    write_workbook(book)

used = resource.getrusage(resource.RUSAGE_SELF)
with os.fdopen(3, 'w') as out:
    json.dump({'processor': used.ru_utime + used.ru_stime, 'megabytes': used.ru_maxrss / 1024}, out)
