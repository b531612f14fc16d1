type Answers = Readonly<Record<string, (input: any) => unknown>>;

/** An SDK client that answers commands by name, and keeps what it was asked. */
export function fakeClient<Client>(answers: Answers) {
  const calls: { readonly command: string; readonly input: any }[] = [];
  const client = {
    send: async ({ constructor, input }: { constructor: { name: string }; input: unknown }) => {
      calls.push({ command: constructor.name, input });
      return answers[constructor.name]?.(input) ?? {};
    },
  } as unknown as Client;
  return { client, calls, commands: () => calls.map(({ command }) => command) };
}
