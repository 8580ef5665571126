export const en = {
  remove: 'Remove',
  edit: 'Edit',
  nothing: 'Nothing yet',
}
