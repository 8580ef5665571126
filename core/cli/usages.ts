/** How each command is called; in square brackets what may be left out. */
export const usages: Readonly<Record<string, string>> = {
  'company create':
    'company create --name NAME --admin-email EMAIL [--admin-name NAME] [--locale zh-CN|en] [--password-stdin] [--json]',
  'department create':
    'department create --company NAME --key KEY --name NAME [--parent KEY] [--json]',
  'user create':
    'user create --company NAME --email EMAIL --name NAME --role ROLE --department KEY [--password-stdin] [--json]',
  'token create':
    'token create --company NAME --email EMAIL --name LABEL [--kind api|unleash] [--json]',
  migrate: 'migrate [--json]',
  doctor: 'doctor [--json]',
  import:
    'import KIND FILE --company NAME --as EMAIL [--map COL=FIELD …] [--mode create|update|both] [--key FIELD …] [--owner EMAIL] [--dry-run] [--json]',
  'import undo': 'import undo [IMPORT] --company NAME --as EMAIL [--json]',
  seed: 'seed --company NAME --KIND COUNT … [--random-seed NUMBER] [--json]',
  'flags import': 'flags import FILE --company NAME [--replace] [--json]',
  'flags export': 'flags export --company NAME [--json]',
  'flags explain': 'flags explain FLAG|MODULE --company NAME --as EMAIL | --context JSON [--json]',
  'module set':
    'module set ID --company NAME --departments KEY,KEY | --everyone | --off --reason TEXT [--json]',
}
