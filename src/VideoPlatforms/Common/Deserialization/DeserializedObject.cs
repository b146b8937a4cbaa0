using System.Management.Automation;
using VideoPlatforms.Clients.Registry;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Common.Deserialization;

/// <summary>Restores the module's objects from PowerShell's serialized form.</summary>
public static class DeserializedObject
{
    private const string DeserializedTime = "Deserialized.System.DateTimeOffset";

    /// <summary>Restores an object. The loader finds this method by name, through reflection.</summary>
    /// <param name="deserialized">The deserialized object.</param>
    /// <param name="find">Returns the value of a deserialized property.</param>
    /// <returns>The object; null if its type is not part of the module or required properties are missing.</returns>
    public static object? Restore(PSObject deserialized, Func<string, object?> find) =>
        ObjectReader.Read(ObjectProperties.ClassName(deserialized), new(name => Value(find(name))));

    // PowerShell serializes a DateTimeOffset as an object with its properties.
    private static object? Value(object? value) =>
        value is PSObject wrapped && wrapped.TypeNames.Contains(DeserializedTime)
        && ObjectProperties.Read(wrapped, nameof(DateTimeOffset.DateTime)) is DateTime time
        && ObjectProperties.Read(wrapped, nameof(DateTimeOffset.Offset)) is TimeSpan offset
            ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), offset)
            : value.BaseObject();
}
