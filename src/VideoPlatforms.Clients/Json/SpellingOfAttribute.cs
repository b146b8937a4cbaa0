namespace VideoPlatforms.Clients.Json;

/// <summary>Marks a field that is another spelling of a field: a response contains one of the two.</summary>
/// <param name="name">The other field.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SpellingOfAttribute(string name) : Attribute
{
    /// <summary>The other field.</summary>
    public string Name { get; } = name;
}
