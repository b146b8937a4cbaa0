using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Clients.Qushipin;

namespace VideoPlatforms.Clients.Saved;

/// <summary>Rebuilds the objects of the module from their properties.</summary>
internal static class SavedObjects
{
    private static readonly Dictionary<string, Func<SavedProperties, object?>> Readers = new(StringComparer.Ordinal)
    {
        [typeof(VideoPlatformSession).FullName!] = SavedSession.Read,
        [typeof(VideoOperationResult).FullName!] = SavedResult.Read,
        [typeof(PolyvVideo).FullName!] = SavedPolyvVideo.Read,
        [typeof(PolyvLivePlayback).FullName!] = SavedPolyvLivePlayback.Read,
        [typeof(ChanjingVideo).FullName!] = SavedChanjingVideo.Read,
        [typeof(QushipinVideo).FullName!] = SavedQushipinVideo.Read,
        [typeof(DigitalPersonWork).FullName!] = SavedDigitalPersonWork.Read,
    };

    /// <summary>The classes that can be rebuilt, by their full names.</summary>
    public static IReadOnlyCollection<string> TypeNames => Readers.Keys;

    /// <summary>Rebuilds an object.</summary>
    /// <param name="typeName">The full name of its class.</param>
    /// <param name="properties">What is known of it.</param>
    /// <returns>Null if what is known does not suffice.</returns>
    public static object? Read(string typeName, SavedProperties properties) =>
        Readers.TryGetValue(typeName, out var read) ? read(properties) : null;
}
