using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Clients.Qushipin;

namespace VideoPlatforms.Clients.Deserialization;

/// <summary>Restores the objects of the module from their properties.</summary>
internal static class ObjectReader
{
    private static readonly Dictionary<string, Func<PropertyReader, object?>> Readers = new(StringComparer.Ordinal)
    {
        [typeof(VideoPlatformSession).FullName!] = SessionReader.Read,
        [typeof(VideoOperationResult).FullName!] = OperationResultReader.Read,
        [typeof(PolyvVideo).FullName!] = PolyvVideoReader.Read,
        [typeof(PolyvLivePlayback).FullName!] = PolyvLivePlaybackReader.Read,
        [typeof(ChanjingVideo).FullName!] = ChanjingVideoReader.Read,
        [typeof(QushipinVideo).FullName!] = QushipinVideoReader.Read,
        [typeof(DigitalPersonWork).FullName!] = DigitalPersonWorkReader.Read,
    };

    /// <summary>Gets the full names of the classes that can be restored.</summary>
    public static IReadOnlyCollection<string> TypeNames => Readers.Keys;

    /// <summary>Restores an object.</summary>
    /// <param name="typeName">The full name of the class.</param>
    /// <param name="properties">The properties of the object.</param>
    /// <returns>The object; null if required properties are missing.</returns>
    public static object? Read(string typeName, PropertyReader properties) =>
        Readers.TryGetValue(typeName, out var read) ? read(properties) : null;
}
