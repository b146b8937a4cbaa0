namespace VideoPlatforms.Clients.Json;

/// <summary>Marks a field that a list does not contain, although the document describes it: only the call for a single item returns it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotInListsAttribute : Attribute;
