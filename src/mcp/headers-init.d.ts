// A name of the DOM that the SDK's declarations use, in Node's terms: the rest of the DOM stays out. Types only.
type HeadersInit = ConstructorParameters<typeof Headers>[0];
