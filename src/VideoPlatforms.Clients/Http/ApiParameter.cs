namespace VideoPlatforms.Clients.Http;

/// <summary>A parameter of a call. A class: the runtime comes with machine code for lists of objects, not for lists of pairs.</summary>
/// <param name="Name">The document's name of it.</param>
/// <param name="Value">Its value, raw.</param>
internal sealed record ApiParameter(string Name, string Value);
