/** The forms that an account has on the platforms where shoppers type it, and what to say about any other. */
export const accountForms: Readonly<Record<string, readonly [RegExp, 'notJava' | 'notBedrock' | 'notSteam']>> = {
  minecraft_java_name: [/^\w{3,16}$/, 'notJava'],
  minecraft_bedrock_name: [/^[\p{L}\p{N}_ .#-]{3,16}$/u, 'notBedrock'],
  steam: [/^7656119\d{10}$/, 'notSteam'],
};
