namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Represents a parameter of a call. It is a class because the runtime includes compiled code for lists of objects, but not for lists
/// of pairs.
/// </summary>
/// <param name="Name">The name in the vendor's document.</param>
/// <param name="Value">The unescaped value.</param>
internal sealed record ApiParameter(string Name, string Value);
