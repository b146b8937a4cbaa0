namespace VideoPlatforms.Clients;

/// <summary>Bytes as hexadecimal digits.</summary>
internal static class Hex
{
    /// <summary>Upper-case digits, two a byte.</summary>
    public static string Upper(byte[] bytes)
    {
#if NET
        return Convert.ToHexString(bytes);
#else
        return BitConverter.ToString(bytes).Replace("-", "");
#endif
    }
}
