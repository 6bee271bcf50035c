/** What the chapters of Understand share; each has a file of its own besides. */
export const understandText = {
  'welcome.title': 'Huge pages for your virtual machines',
  'welcome.lead':
    'On huge pages a VM can run faster and more evenly. This program sets them up for you, step by step, without a terminal.',
  'welcome.point.explain':
    'It explains what huge pages are, with figures you can play with and the numbers of this machine.',
  'welcome.point.look': 'It looks at the machine and works out how much your VM needs.',
  'welcome.point.ask':
    'It shows everything it is going to do, to the letter. Nothing changes before you give your password.',
  'welcome.point.prove': 'Once the VM runs, it shows whether the pages are really used.',
  'welcome.begin': 'What are huge pages?',
  'welcome.to-check': 'I know them: look at my machine',

  'figure.see': 'What to see:',
  'figure.next': 'Next step',
  'figure.back': 'Step back',
  'figure.again': 'From the start',
  'figure.run': 'Let it run',
  'figure.pause': 'Pause',
  'note.title': 'Where this is written',
  'note.see': 'Note {{number}}: {{title}}',
  'note.open': 'Open in the browser',
  'note.unopened': 'No browser could be opened. The address is {{url}}',
} as const;
