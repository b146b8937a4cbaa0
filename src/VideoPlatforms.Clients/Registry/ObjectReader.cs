using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Deserialization;

namespace VideoPlatforms.Clients.Registry;

/// <summary>Creates the module's objects from the properties of saved or deserialized ones.</summary>
internal static class ObjectReader
{
    /// <summary>Creates an object.</summary>
    /// <param name="typeName">The full name of its class.</param>
    /// <param name="properties">Its properties.</param>
    /// <returns>The object; null if the class does not belong to the module, or if required properties are missing.</returns>
    public static object? Read(string typeName, PropertyReader properties) =>
        typeName == typeof(VideoPlatformSession).FullName ? SessionReader.Read(properties)
        : typeName == typeof(VideoOperationResult).FullName ? OperationResultReader.Read(properties)
        : typeName == typeof(SavedVideo).FullName ? SavedVideoReader.Read(properties)
        : typeName == typeof(LinkCheck).FullName ? LinkCheckReader.Read(properties)
        : PlatformRegistry.OfVideoType(typeName)?.ReadVideo(properties);
}
