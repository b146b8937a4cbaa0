using System.ComponentModel;
using System.Management.Automation;

namespace VideoPlatforms.AllPlatforms.Deserialization;

/// <summary>Restores the module's objects from a file, a job or a remote session. The types file refers to this class.</summary>
[TypeConverter(typeof(DeserializedObjectConverter))]
public sealed class DeserializedObjectConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => sourceValue is PSObject;

    /// <summary>Restores an object.</summary>
    /// <exception cref="PSInvalidCastException">The object cannot be restored. PowerShell then keeps its properties.</exception>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        try
        {
            return TryRestore((PSObject)sourceValue) ?? throw new PSInvalidCastException();
        }
        catch (Exception exception) when (exception is not PSInvalidCastException)
        {
            throw new PSInvalidCastException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();

    /// <summary>Restores an object; returns null if its type is not part of the module or required properties are missing.</summary>
    internal static object? TryRestore(PSObject deserialized) => DeserializedObject.Restore(deserialized, name => Adapted(deserialized, name));

    /// <summary>Returns a property as it was deserialized, regardless of the properties that the types file defines.</summary>
    internal static object? Adapted(PSObject deserialized, string name) => (deserialized.Members["psadapted"]?.Value as PSMemberSet)?.Properties[name]?.Value;
}
